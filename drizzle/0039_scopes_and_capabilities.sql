CREATE TABLE "assignment" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"membership_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid,
	"block_code" text,
	"line_code" text,
	"given_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignment_federation_id_id_pk" PRIMARY KEY("federation_id","id"),
	CONSTRAINT "assignment_once" UNIQUE NULLS NOT DISTINCT("federation_id","membership_id","year_id","unit_id","block_code","line_code"),
	CONSTRAINT "assignment_of_one" CHECK (num_nonnulls("assignment"."unit_id", "assignment"."block_code", "assignment"."line_code") = 1)
);
--> statement-breakpoint
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "membership" DROP CONSTRAINT "membership_role";--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_role";--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_federation_id_membership_id_membership_federation_id_id_fk" FOREIGN KEY ("federation_id","membership_id") REFERENCES "public"."membership"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_federation_id_year_id_block_code_block_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","block_code") REFERENCES "public"."block"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_federation_id_year_id_line_code_plan_line_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","line_code") REFERENCES "public"."plan_line"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit" CHECK (("membership"."role" in ('chair', 'deputy', 'principal')) = ("membership"."unit_id" is not null));--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_role" CHECK ("membership"."role" in ('chair', 'deputy', 'principal', 'officer', 'verifier', 'reader', 'province'));--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_role" CHECK ("audit_event"."role" in ('chair', 'deputy', 'principal', 'officer', 'verifier', 'reader', 'province', 'system'));--> statement-breakpoint
-- What the policies below ask; their living definitions stand in packages/db/sql/roles.sql and scope.sql.
create function app.province_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.province_id', true), '')::uuid $$;--> statement-breakpoint
create function app.membership_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.membership_id', true), '')::uuid $$;--> statement-breakpoint
create function app.scope_kind() returns text language sql stable parallel safe
  as $$ select case current_setting('app.scope', true)
    when 'federation' then 'federation'
    when 'unit' then case when app.unit_id() is not null then 'unit' end
    when 'assigned' then case when app.membership_id() is not null then 'assigned' end
    when 'province' then case when app.province_id() is not null then 'province' end end $$;--> statement-breakpoint
create function app.role_has(scope_and_role text, capability text) returns boolean language sql immutable parallel safe
  as $$ select case scope_and_role
    when 'unit chair'          then capability in ('any.belong', 'unit.act')
    when 'unit deputy'         then capability in ('any.belong', 'unit.act')
    when 'unit principal'      then capability in ('any.belong', 'unit.act')
    when 'federation officer'  then capability in ('any.belong', 'federation.see', 'federation.write', 'federation.judge', 'federation.people')
    when 'federation verifier' then capability in ('any.belong', 'federation.see', 'federation.judge')
    when 'federation reader'   then capability in ('any.belong', 'federation.see')
    when 'province province'   then capability in ('province.see')
    else false end $$;--> statement-breakpoint
create function app.has(capability text) returns boolean language sql stable parallel safe
  as $$ select app.role_has(app.scope_kind() || ' ' || app.role(), capability) $$;--> statement-breakpoint
create function app.assigned_units() returns uuid[] language sql stable security definer set search_path = pg_catalog
  as $$ select array(
      select a.unit_id from public.assignment a
      where app.has('assigned.see') and a.federation_id = app.federation_id() and a.membership_id = app.membership_id()
        and a.unit_id is not null
      union
      select yu.unit_id from public.assignment a
      join public.year_unit yu on yu.federation_id = a.federation_id and yu.year_id = a.year_id and yu.block_code = a.block_code
      where app.has('assigned.see') and a.federation_id = app.federation_id() and a.membership_id = app.membership_id()) $$;--> statement-breakpoint
create function app.assigned_lines() returns text[] language sql stable security definer set search_path = pg_catalog
  as $$ select array(
      select a.year_id || ' ' || a.line_code from public.assignment a
      where app.has('assigned.see') and a.federation_id = app.federation_id() and a.membership_id = app.membership_id()
        and a.line_code is not null) $$;--> statement-breakpoint
grant execute on function app.province_id(), app.membership_id(), app.scope_kind(), app.role_has(text, text), app.has(text),
  app.assigned_units(), app.assigned_lines() to giaouoc_app;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "block" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "cluster" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "federation" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "invitation" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "membership" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "unit" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "year" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "year_step" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "year_unit" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "paper_signature" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "plan_draft" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "plan_line" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "plan_version" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "pledge" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "signature" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "unit_target" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "assessment" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "evidence" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "figure" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "figure_evidence" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "report" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "submission" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "reminder" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "snapshot" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "unit_progress" CASCADE;--> statement-breakpoint
DROP POLICY "officer_deletes" ON "unit_score" CASCADE;--> statement-breakpoint
CREATE POLICY "members_delete" ON "block" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "cluster" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "federation" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "invitation" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.people')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "membership" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.people')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "unit" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "year" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "year_step" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "year_unit" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "paper_signature" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "plan_draft" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "plan_line" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "plan_version" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "pledge" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "signature" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "unit_target" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "assessment" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.judge')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "evidence" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "figure" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "figure_evidence" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "report" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "submission" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "reminder" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "snapshot" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "unit_progress" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.judge')));--> statement-breakpoint
CREATE POLICY "members_delete" ON "unit_score" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.judge')));--> statement-breakpoint
CREATE POLICY "owner" ON "assignment" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "members_read" ON "assignment" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.see')));--> statement-breakpoint
CREATE POLICY "members_insert" ON "assignment" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.people'))));--> statement-breakpoint
CREATE POLICY "members_update" ON "assignment" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.has('federation.people')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.people'))));--> statement-breakpoint
CREATE POLICY "members_delete" ON "assignment" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.people')));--> statement-breakpoint
ALTER POLICY "members_read" ON "block" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('any.belong')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "block" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "block" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "cluster" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('any.belong')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "cluster" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "cluster" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "federation" TO giaouoc_app USING (id = (select app.federation_id()) and (select app.has('any.belong')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "federation" TO giaouoc_app WITH CHECK (id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "federation" TO giaouoc_app USING (id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "invitation" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('federation.people')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "invitation" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.people'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "invitation" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.people')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.people'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "membership" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_insert" ON "membership" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.people'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "membership" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.people')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.people'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "unit" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[]) or (select app.assigned_lines()) <> '{}'));--> statement-breakpoint
ALTER POLICY "members_insert" ON "unit" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "unit" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "year" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('any.belong')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "year" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "year" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or (select app.has('federation.judge')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "year_step" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('any.belong')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "year_step" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "year_step" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "year_unit" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[]) or (select app.assigned_lines()) <> '{}'));--> statement-breakpoint
ALTER POLICY "members_insert" ON "year_unit" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "year_unit" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "paper_signature" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "paper_signature" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "paper_signature" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "plan_draft" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('federation.see')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "plan_draft" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "plan_draft" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "plan_line" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('any.belong')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "plan_line" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "plan_line" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "plan_version" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('any.belong')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "plan_version" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "plan_version" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "pledge" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "pledge" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "pledge" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "signature" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "signature" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "signature" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "unit_target" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[]) or year_id || ' ' || line_code = any ((select app.assigned_lines())::text[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "unit_target" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "unit_target" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "assessment" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[]) or year_id || ' ' || line_code = any ((select app.assigned_lines())::text[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "assessment" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.judge'))) and (not entered or (select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "assessment" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.judge'))) and (not entered or (select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.judge'))) and (not entered or (select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "evidence" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "evidence" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "evidence" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "figure" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[]) or year_id || ' ' || line_code = any ((select app.assigned_lines())::text[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "figure" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "figure" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "figure_evidence" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[]) or year_id || ' ' || line_code = any ((select app.assigned_lines())::text[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "figure_evidence" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "figure_evidence" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "figure_status" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[]) or year_id || ' ' || line_code = any ((select app.assigned_lines())::text[])));--> statement-breakpoint
ALTER POLICY "members_read" ON "report" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "report" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "report" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()) or (select app.has('federation.judge')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "submission" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "submission" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "submission" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "reminder" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "reminder" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "reminder" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "snapshot" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('federation.see')));--> statement-breakpoint
ALTER POLICY "members_insert" ON "snapshot" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "snapshot" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "unit_progress" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "unit_progress" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.judge')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_update" ON "unit_progress" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.judge')) or unit_id = (select app.own_unit()))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.judge')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "unit_score" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit()) or unit_id = any ((select app.assigned_units())::uuid[])));--> statement-breakpoint
ALTER POLICY "members_insert" ON "unit_score" TO giaouoc_app WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.judge'))));--> statement-breakpoint
ALTER POLICY "members_update" ON "unit_score" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.judge')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.judge'))));--> statement-breakpoint
ALTER POLICY "members_read" ON "audit_event" TO giaouoc_app USING (federation_id = (select app.federation_id()) and ((select app.has('federation.see')) or unit_id = (select app.own_unit())));--> statement-breakpoint
ALTER POLICY "members_read" ON "audit_seal" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('federation.see')));--> statement-breakpoint
ALTER POLICY "members_read" ON "receipt_counter" TO giaouoc_app USING (federation_id = (select app.federation_id()) and (select app.has('federation.see')));