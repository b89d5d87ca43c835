CREATE TABLE "plan_stage" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"since_version" integer NOT NULL,
	CONSTRAINT "plan_stage_federation_id_year_id_code_pk" PRIMARY KEY("federation_id","year_id","code"),
	CONSTRAINT "plan_stage_kind" CHECK ("plan_stage"."kind" in ('self', 'peer', 'heads', 'explanation', 'federation', 'session', 'committee'))
);--> statement-breakpoint
ALTER TABLE "plan_stage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "year" DROP CONSTRAINT "year_verifying_stages";--> statement-breakpoint
ALTER TABLE "assessment" DROP CONSTRAINT "assessment_stage";--> statement-breakpoint
ALTER TABLE "figure_status" DROP CONSTRAINT "figure_status_stage";--> statement-breakpoint
ALTER TABLE "plan_stage" ADD CONSTRAINT "plan_stage_federation_id_year_id_since_version_plan_version_federation_id_year_id_version_fk" FOREIGN KEY ("federation_id","year_id","since_version") REFERENCES "public"."plan_version"("federation_id","year_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "owner" ON "plan_stage" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "members_read" ON "plan_stage" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('any.belong')));--> statement-breakpoint
CREATE POLICY "members_insert" ON "plan_stage" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
CREATE POLICY "members_update" ON "plan_stage" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.has('federation.write')))) WITH CHECK (federation_id = (select app.federation_id()) and ((select app.has('federation.write'))));--> statement-breakpoint
CREATE POLICY "members_delete" ON "plan_stage" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.has('federation.write')));--> statement-breakpoint
-- Until here a stage was one of five codes that said what it is; the kinds of these stand with the codes that plans have, and the
-- federation's with every year that has a plan. The owner is bound by row-level security.
select set_config('app.platform', 'on', true);--> statement-breakpoint
insert into plan_stage (federation_id, year_id, code, kind, since_version)
select k.federation_id, k.year_id, k.code, case k.code when 'cross' then 'peer' else k.code end, min(k.version)
from (
  select v.federation_id, v.year_id, v.version, s.stage ->> 'code' as code
  from plan_version v cross join lateral jsonb_array_elements(v.document #> '{conduct,stages}') s (stage)
  union all
  select federation_id, year_id, version, 'federation' from plan_version
  union all
  select a.federation_id, a.year_id, v.version, a.stage from assessment a
  join plan_version v on v.federation_id = a.federation_id and v.year_id = a.year_id
  union all
  select f.federation_id, f.year_id, v.version, f.stage from figure_status f
  join plan_version v on v.federation_id = f.federation_id and v.year_id = f.year_id) k
group by 1, 2, 3;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_federation_id_year_id_stage_plan_stage_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","stage") REFERENCES "public"."plan_stage"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_status" ADD CONSTRAINT "figure_status_federation_id_year_id_stage_plan_stage_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","stage") REFERENCES "public"."plan_stage"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
select set_config('app.platform', '', true);--> statement-breakpoint
alter table plan_stage force row level security;
