-- The same walls as before, said once for all roles: with a policy for each role, PostgreSQL set twice as many conditions up
-- for each table of each statement.

-- The unit of a unit's people; null for everyone else, so that nothing is theirs by unit.
create function app.own_unit() returns uuid language sql stable parallel safe
  as $$ select case when app.role() in ('chair', 'deputy', 'principal') then app.unit_id() end $$;--> statement-breakpoint
grant execute on function app.own_unit() to giaouoc_app, giaouoc_owner;--> statement-breakpoint

DROP POLICY "officer_reads" ON "block" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "block" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "block" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "block" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "cluster" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "cluster" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "cluster" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "cluster" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "federation" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "federation" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "federation" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "federation" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "invitation" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "invitation" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "invitation" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "membership" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "membership" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "membership" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "membership" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "unit" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "unit" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "unit" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "unit" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "year" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "year" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "year" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "year" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "year_unit" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "year_unit" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "year_unit" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "year_unit" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "paper_signature" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "paper_signature" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "paper_signature" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "paper_signature" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "paper_signature" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "paper_signature" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "plan_draft" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "plan_draft" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "plan_draft" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "plan_line" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "plan_line" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "plan_line" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "plan_line" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "plan_version" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "plan_version" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "plan_version" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "plan_version" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "pledge" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "pledge" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "pledge" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "pledge" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "pledge" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "pledge" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "signature" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "signature" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "signature" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "signature" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "signature" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "signature" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "unit_target" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "unit_target" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "unit_target" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "unit_target" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "unit_target" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "unit_target" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "assessment" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "assessment" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "assessment" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "assessment" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "evidence" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "evidence" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "evidence" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "evidence" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "evidence" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "evidence" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "figure" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "figure" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "figure" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "figure" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "figure" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "figure" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "figure_evidence" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "figure_evidence" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "figure_evidence" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "figure_evidence" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "figure_evidence" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "figure_evidence" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "report" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "report" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "report" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "report" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "report" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "report" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "submission" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "submission" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "submission" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "submission" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "submission" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "submission" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "reminder" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "reminder" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "reminder" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "reminder" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "reminder" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "reminder" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "snapshot" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "snapshot" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "snapshot" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "unit_progress" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "unit_progress" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "unit_progress" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "unit_progress" CASCADE;--> statement-breakpoint
DROP POLICY "unit_inserts" ON "unit_progress" CASCADE;--> statement-breakpoint
DROP POLICY "unit_updates" ON "unit_progress" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "unit_score" CASCADE;--> statement-breakpoint
DROP POLICY "officer_inserts" ON "unit_score" CASCADE;--> statement-breakpoint
DROP POLICY "officer_updates" ON "unit_score" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "unit_score" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "audit_event" CASCADE;--> statement-breakpoint
DROP POLICY "unit_reads" ON "audit_event" CASCADE;--> statement-breakpoint
DROP POLICY "officer_reads" ON "receipt_counter" CASCADE;--> statement-breakpoint
CREATE POLICY "members_read" ON "block" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('officer', 'chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "members_insert" ON "block" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "block" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "cluster" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('officer', 'chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "members_insert" ON "cluster" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "cluster" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "federation" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (id = (select app.federation_id()) and (select app.role()) in ('officer', 'chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "members_insert" ON "federation" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "federation" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "invitation" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_insert" ON "invitation" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "invitation" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "membership" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "membership" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "membership" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "unit" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "unit" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "unit" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "year" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('officer', 'chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "members_insert" ON "year" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "year" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "year_unit" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "year_unit" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "year_unit" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "paper_signature" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "paper_signature" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "paper_signature" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "plan_draft" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_insert" ON "plan_draft" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "plan_draft" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "plan_line" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('officer', 'chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "members_insert" ON "plan_line" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "plan_line" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "plan_version" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('officer', 'chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "members_insert" ON "plan_version" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "plan_version" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "pledge" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "pledge" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "pledge" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "signature" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "signature" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "signature" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "unit_target" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "unit_target" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "unit_target" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "assessment" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "assessment" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "assessment" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "evidence" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "evidence" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "evidence" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "figure" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "figure" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "figure" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "figure_evidence" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "figure_evidence" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "figure_evidence" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "report" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "report" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "report" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "submission" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "submission" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "submission" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "reminder" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "reminder" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "reminder" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "snapshot" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_insert" ON "snapshot" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "snapshot" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "unit_progress" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "unit_progress" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_update" ON "unit_progress" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "unit_score" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_insert" ON "unit_score" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "unit_score" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_read" ON "audit_event" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
CREATE POLICY "members_read" ON "receipt_counter" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');