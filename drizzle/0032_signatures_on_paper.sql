ALTER TABLE "plan_version" ADD COLUMN "needs_signature" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "signature" ADD COLUMN "signing_lines" jsonb;--> statement-breakpoint
-- Pledges countersigned together got one number. The first keeps it; each other gets it with its place among them and a trace.
-- The receipt itself stays as the server signed it.
do $$
begin
  perform set_config('app.platform', 'on', true);
  with placed as (
    select s.federation_id, s.id, s.receipt_number,
      row_number() over (partition by s.federation_id, s.receipt_number order by s.at, s.id) as place
    from public.signature s
  ), renumbered as (
    update public.signature s set receipt_number = p.receipt_number || '-' || p.place
    from placed p where p.federation_id = s.federation_id and p.id = s.id and p.place > 1
    returning s.federation_id, s.unit_id, s.year_id, p.receipt_number as was, s.receipt_number as now
  )
  insert into public.audit_event (federation_id, role, title, unit_id, year_id, action, subject, before, after, request_id)
    select r.federation_id, 'system', 'Giao Ước', r.unit_id, r.year_id, 'pledge.renumberReceipt', r.was,
      jsonb_build_object('receiptNumber', r.was), jsonb_build_object('receiptNumber', r.now), 'migration'
    from renumbered r order by r.federation_id, r.now;
  perform set_config('app.platform', '', true);
end $$;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_receipt_number" UNIQUE("federation_id","receipt_number");
