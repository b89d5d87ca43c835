-- An assessment is never edited (R6); it may be marked as undone.
grant select, insert, update (undone_at, undone_by) on assessment to giaouoc_app;

-- The projection, in the statement that says something of a figure or takes it back. Runs as the owner: nobody else may write it.
create or replace function app.project_assessments() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.figure_status as s
    (federation_id, year_id, unit_id, line_code, period_code, stage, status, assessment_id)
  select k.federation_id, k.year_id, k.unit_id, k.line_code, k.period_code, k.stage,
    app.figure_status(f.state, f.sending, a.decision, a.sending), a.id
  from (select distinct federation_id, year_id, unit_id, line_code, period_code, stage from said) k
  left join public.figure f on f.federation_id = k.federation_id and f.year_id = k.year_id and f.unit_id = k.unit_id
    and f.line_code = k.line_code and f.period_code = k.period_code
  left join lateral (
    select a.id, a.decision, a.sending from public.assessment a
    where a.federation_id = k.federation_id and a.year_id = k.year_id and a.unit_id = k.unit_id and a.line_code = k.line_code
      and a.period_code = k.period_code and a.stage = k.stage and a.undone_at is null
    order by a.at desc, a.id desc limit 1) a on true
  on conflict (federation_id, year_id, unit_id, line_code, period_code, stage) do update set
    status = excluded.status, assessment_id = excluded.assessment_id, revision = s.revision + 1;
  return null;
end $$;

create or replace trigger project_assessments_insert after insert on assessment
  referencing new table as said for each statement execute function app.project_assessments();
create or replace trigger project_assessments_update after update on assessment
  referencing new table as said for each statement execute function app.project_assessments();
