ALTER TABLE "year_unit" ADD COLUMN "left_out_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "unit_target" ADD COLUMN "unassigned_reason" text;--> statement-breakpoint
ALTER TABLE "unit_target" ADD COLUMN "unassigned_at" timestamp with time zone;--> statement-breakpoint
-- Since when is in the trail: of a unit that is left out now, the last time that it was.
do $$
begin
  perform set_config('app.platform', 'on', true);
  update public.year_unit y set left_out_at = (
    select max(a.at) from public.audit_event a
    where a.federation_id = y.federation_id and a.year_id = y.year_id and a.unit_id = y.unit_id and a.action = 'unit.leaveOut')
  where y.left_out;
  perform set_config('app.platform', '', true);
end $$;
