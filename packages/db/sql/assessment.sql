-- An assessment is never edited (R6); it may be marked as undone, once and by whoever asks.
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

-- What is said of a figure is said by whoever asks, and stands until it is taken back, once.
create or replace function app.guard_assessment() returns trigger language plpgsql as $$
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return new; end if;
  if tg_op = 'UPDATE' then
    if old.undone_at is not null or new.undone_at is null then
      raise insufficient_privilege using message = 'an assessment is taken back once';
    end if;
    if not app.is_own_membership(new.federation_id, new.undone_by) then
      raise insufficient_privilege using message = 'whoever asks takes it back';
    end if;
  elsif new.undone_at is not null or new.undone_by is not null then
    raise insufficient_privilege using message = 'an assessment begins as one that stands';
  end if;
  return new;
end $$;

create or replace trigger guard_assessment_insert before insert on assessment for each row
  when (new.undone_at is not null or new.undone_by is not null) execute function app.guard_assessment();
create or replace trigger guard_assessment_update before update on assessment for each row execute function app.guard_assessment();

-- In the statement that says something of figures or takes it back stands also the trace of it, for each unit (R5).
create or replace function app.trace_assessments() returns trigger language plpgsql as $$
declare one record;
begin
  if session_user <> 'giaouoc_app' then return null; end if;
  for one in select distinct s.federation_id, s.unit_id from said s loop
    if not app.left_trace(one.federation_id, one.unit_id, tg_argv) then
      raise insufficient_privilege using message = 'a judgement leaves trace';
    end if;
  end loop;
  return null;
end $$;

create or replace trigger trace_assessments_insert after insert on assessment
  referencing new table as said for each statement execute function app.trace_assessments('assessment', 'figure');
create or replace trigger trace_assessments_update after update on assessment
  referencing new table as said for each statement execute function app.trace_assessments('assessment', 'figure');
