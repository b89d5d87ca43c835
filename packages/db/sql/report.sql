grant select, insert, update (state, due_at, due_reason, submitted_at, revision) on report to giaouoc_app;
-- A submission is never edited (R6); it may be marked as withdrawn.
grant select, insert, update (withdrawn_at, withdrawn_by) on submission to giaouoc_app;

-- A unit changes neither its deadline nor the words that came with it. The triggers call this only for rows that could be
-- refused.
create or replace function app.guard_report() returns trigger language plpgsql as $$
begin
  if app.acts_for_unit() and (
    new.due_at is distinct from (case when tg_op = 'UPDATE' then old.due_at end)
    or new.due_reason is distinct from (case when tg_op = 'UPDATE' then old.due_reason end)
  ) then
    raise insufficient_privilege using message = 'a unit does not move its own deadline';
  end if;
  return new;
end $$;

create or replace trigger guard_report_insert before insert on report for each row
  when (new.due_at is not null or new.due_reason is not null)
  execute function app.guard_report();

create or replace trigger guard_report_update before update on report for each row
  when (new.due_at is distinct from old.due_at or new.due_reason is distinct from old.due_reason)
  execute function app.guard_report();

-- A submission is taken back once, and stays taken back.
create or replace function app.guard_submission() returns trigger language plpgsql as $$
begin
  if app.role() is not null and (old.withdrawn_at is not null or new.withdrawn_at is null) then
    raise insufficient_privilege using message = 'a withdrawn submission stays withdrawn';
  end if;
  return new;
end $$;

create or replace trigger guard_submission before update on submission for each row execute function app.guard_submission();
