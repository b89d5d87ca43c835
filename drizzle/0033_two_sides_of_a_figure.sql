CREATE TABLE "year_step" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"step" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text,
	"snapshot_id" uuid,
	"by_membership" uuid NOT NULL,
	"by_as" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "year_step_federation_id_year_id_number_pk" PRIMARY KEY("federation_id","year_id","number"),
	CONSTRAINT "year_step_step" CHECK ("year_step"."step" in ('make-provisional', 'withdraw-provisional', 'freeze', 'unfreeze', 'close', 'reopen')),
	CONSTRAINT "year_step_before" CHECK ("year_step"."before" in ('running', 'provisional', 'frozen', 'closed', 'reopened')),
	CONSTRAINT "year_step_after" CHECK ("year_step"."after" in ('running', 'provisional', 'frozen', 'closed', 'reopened'))
);--> statement-breakpoint
ALTER TABLE "year_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figure_status" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"line_code" text NOT NULL,
	"period_code" text NOT NULL,
	"stage" text NOT NULL,
	"status" text NOT NULL,
	"assessment_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "figure_status_federation_id_year_id_unit_id_line_code_period_code_stage_pk" PRIMARY KEY("federation_id","year_id","unit_id","line_code","period_code","stage"),
	CONSTRAINT "figure_status_stage" CHECK ("figure_status"."stage" in ('self', 'cross', 'explanation', 'federation', 'committee')),
	CONSTRAINT "figure_status_status" CHECK ("figure_status"."status" in ('empty', 'draft', 'submitted', 'returned', 'resubmitted', 'accepted', 'adjusted'))
);--> statement-breakpoint
ALTER TABLE "figure_status" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "year" ADD COLUMN "status" text DEFAULT 'running' NOT NULL;--> statement-breakpoint
ALTER TABLE "year" ADD COLUMN "verifying_stages" text[] DEFAULT '{"federation"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "sending" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "figure" ADD COLUMN "state" text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "figure" ADD COLUMN "sending" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "year_step" ADD CONSTRAINT "year_step_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figure_status_queue" ON "figure_status" USING btree ("federation_id","year_id","stage","status","line_code","unit_id");--> statement-breakpoint
CREATE POLICY "owner" ON "year_step" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "members_read" ON "year_step" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('officer', 'chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "members_insert" ON "year_step" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "members_update" ON "year_step" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "year_step" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "owner" ON "figure_status" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "members_read" ON "figure_status" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and ((select app.role()) = 'officer' or unit_id = (select app.own_unit())));--> statement-breakpoint
-- What stages said used to be written into the unit's row (status, settled). From here on the row is the unit's side alone, and
-- what a stage said is an assessment; both together say what the row said before. The owner is bound by row-level security.
select set_config('app.platform', 'on', true);--> statement-breakpoint
-- Which sending an assessment is about: one more than there were returns before it that stand.
update assessment a set sending = case when a.entered then 0 else 1 + (
  select count(*) from assessment b
  where b.federation_id = a.federation_id and b.year_id = a.year_id and b.unit_id = a.unit_id and b.line_code = a.line_code
    and b.period_code = a.period_code and b.stage = a.stage and b.decision = 'returned' and b.undone_at is null
    and (b.at, b.id) < (a.at, a.id)) end;--> statement-breakpoint
-- A figure that the federation entered is its assessment and was never the unit's.
delete from figure f where exists (
  select 1 from assessment a where a.federation_id = f.federation_id and a.year_id = f.year_id and a.unit_id = f.unit_id
    and a.line_code = f.line_code and a.period_code = f.period_code and a.entered and (f.value is null or a.figure = f.value));--> statement-breakpoint
update figure f set
  submitted = case when f.status in ('empty', 'draft') then null else f.submitted end,
  state = case
    when f.status not in ('empty', 'draft') and f.submitted is not null then 'sent'
    when f.value is not null then 'draft' else 'empty' end,
  sending = case when f.status in ('empty', 'draft') then 0 else (
    select count(*) from assessment a
    where a.federation_id = f.federation_id and a.year_id = f.year_id and a.unit_id = f.unit_id and a.line_code = f.line_code
      and a.period_code = f.period_code and a.decision = 'returned' and a.undone_at is null
    ) + case when f.status = 'returned' then 0 else 1 end end;--> statement-breakpoint
insert into figure_status (federation_id, year_id, unit_id, line_code, period_code, stage, status, assessment_id, revision)
select distinct on (k.federation_id, k.year_id, k.unit_id, k.line_code, k.period_code)
  k.federation_id, k.year_id, k.unit_id, k.line_code, k.period_code, 'federation',
  case
    when a.id is null then case when f.state = 'sent' then 'submitted' else f.state end
    when a.decision <> 'returned' then a.decision
    when f.state = 'sent' and f.sending > a.sending then 'resubmitted'
    else 'returned' end,
  a.id,
  coalesce(f.revision, 0) + (select count(*) from assessment c
    where c.federation_id = k.federation_id and c.year_id = k.year_id and c.unit_id = k.unit_id and c.line_code = k.line_code
      and c.period_code = k.period_code)
from (
  select federation_id, year_id, unit_id, line_code, period_code from figure where sending > 0
  union
  select federation_id, year_id, unit_id, line_code, period_code from assessment where stage = 'federation') k
left join figure f on f.federation_id = k.federation_id and f.year_id = k.year_id and f.unit_id = k.unit_id
  and f.line_code = k.line_code and f.period_code = k.period_code
left join assessment a on a.federation_id = k.federation_id and a.year_id = k.year_id and a.unit_id = k.unit_id
  and a.line_code = k.line_code and a.period_code = k.period_code and a.stage = 'federation' and a.undone_at is null
where a.id is not null or f.state is not null
order by k.federation_id, k.year_id, k.unit_id, k.line_code, k.period_code, a.at desc, a.id desc;--> statement-breakpoint
-- That nobody owes anything any more follows from the figures.
update report set state = 'submitted' where state = 'settled';--> statement-breakpoint
update year set status = state;--> statement-breakpoint
insert into year_step (federation_id, year_id, number, step, before, after, snapshot_id, by_membership, by_as, at)
select s.federation_id, s.year_id, row_number() over w, 'make-provisional',
  case when row_number() over w = 1 then 'running' else 'provisional' end, 'provisional', s.id, s.created_by, s.created_as, s.created_at
from snapshot s where s.kind = 'provisional'
window w as (partition by s.federation_id, s.year_id order by s.number);--> statement-breakpoint
select set_config('app.platform', '', true);--> statement-breakpoint
ALTER TABLE "year" ADD CONSTRAINT "year_status" CHECK ("year"."status" in ('running', 'provisional', 'frozen', 'closed', 'reopened'));--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_stage" CHECK ("assessment"."stage" in ('self', 'cross', 'explanation', 'federation', 'committee'));--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_decision" CHECK ("assessment"."decision" in ('accepted', 'adjusted', 'returned'));--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_state" CHECK ("figure"."state" in ('empty', 'draft', 'sent'));--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_sent" CHECK (("figure"."state" = 'sent') = ("figure"."submitted" is not null));--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_state" CHECK ("report"."state" in ('open', 'submitted'));--> statement-breakpoint
alter table figure_status force row level security;--> statement-breakpoint
alter table year_step force row level security;
