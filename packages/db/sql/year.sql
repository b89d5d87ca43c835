-- Blocks and clusters hold nothing of their own, so they may be deleted; foreign keys keep those that are used.
grant select, insert, update (title, from_date, to_date, status, plan_version, verifying_stages, snapshot_id, revision) on year to giaouoc_app;
grant select, insert, update (name, position), delete on block, cluster to giaouoc_app;
-- A year that was made by mistake is deleted while no plan was drafted or published in it and no step taken.
grant delete on year to giaouoc_app;
-- A step that was taken stays.
grant select, insert on year_step to giaouoc_app;

-- Where a step of a year leads, as in packages/domain/src/year-status/year-status.ts; a test compares both over all pairs.
create or replace function app.year_may_become(before text, after text) returns boolean language sql immutable parallel safe
  as $$ select (before, after) in (
    ('running', 'provisional'), ('provisional', 'running'), ('provisional', 'frozen'), ('frozen', 'provisional'),
    ('frozen', 'closed'), ('closed', 'reopened'), ('reopened', 'provisional')) $$;

-- Whether a year takes ordinary work: what counts changes only while it runs.
create or replace function app.year_takes_work(status text) returns boolean language sql immutable parallel safe
  as $$ select status = 'running' $$;

-- One year's writers take a shared lock, a step of the year the exclusive one: whoever writes while a step is taken either is done
-- before it, or waits and is then refused. (A lock of the year's row would make submissions wait for judgements.)
create or replace function app.year_lock(of_year uuid) returns bigint language sql immutable parallel safe
  as $$ select hashtextextended(of_year::text, 23) $$;

grant execute on function app.year_may_become(text, text), app.year_takes_work(text), app.year_lock(uuid) to giaouoc_app;

create or replace function app.guard_year_status() returns trigger language plpgsql as $$
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return new; end if;
  if not app.year_may_become(old.status, new.status) then
    raise insufficient_privilege using message = 'a year takes one step after the other';
  end if;
  perform pg_advisory_xact_lock(app.year_lock(new.id));
  return new;
end $$;

create or replace trigger guard_year_status before update on year for each row
  when (old.status is distinct from new.status) execute function app.guard_year_status();

-- A write to a year that does not take it fails here too, whatever the procedure said. GU003 has a sentence of its own
-- (apps/api/src/trpc/guarded.ts): an honest client meets it when a step was taken while it wrote.
create or replace function app.guard_open_year() returns trigger language plpgsql as $$
declare one record;
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return null; end if;
  for one in select distinct c.federation_id, c.year_id from changed c loop
    perform pg_advisory_xact_lock_shared(app.year_lock(one.year_id));
    perform from year y where y.federation_id = one.federation_id and y.id = one.year_id and app.year_takes_work(y.status);
    if not found then
      raise exception using errcode = 'GU003', message = 'the year takes no work of this kind now';
    end if;
  end loop;
  return null;
end $$;

-- The same for what belongs to a unit: one that was left out of the year keeps what it did as it was. GU004 has a sentence of its
-- own: an honest client meets it when the unit was left out while somebody wrote for it.
-- Each unit is looked up by key: joined, the rows of a statement were compared with all units of the year.
create or replace function app.guard_unit_at_work() returns trigger language plpgsql as $$
declare one record;
begin
  if app.role() is null then return null; end if;
  for one in select distinct c.federation_id, c.year_id, c.unit_id from changed c loop
    perform from year_unit y
      where y.federation_id = one.federation_id and y.year_id = one.year_id and y.unit_id = one.unit_id and y.left_out;
    if found then
      raise exception using errcode = 'GU004', message = 'the unit takes no part in the year any more';
    end if;
  end loop;
  return null;
end $$;

-- On every table that holds what counts in a year. (`unit_score`, `unit_progress` and `snapshot` follow from these.)
do $$
declare
  t text;
begin
  foreach t in array array['block', 'cluster', 'year_unit', 'plan_version', 'plan_line', 'plan_stage', 'unit_target', 'pledge', 'signature',
      'paper_signature', 'report', 'figure', 'submission', 'figure_evidence', 'assessment'] loop
    execute format('create or replace trigger guard_open_year_insert after insert on %I
      referencing new table as changed for each statement execute function app.guard_open_year()', t);
    execute format('create or replace trigger guard_open_year_update after update on %I
      referencing new table as changed for each statement execute function app.guard_open_year()', t);
    execute format('create or replace trigger guard_open_year_delete after delete on %I
      referencing old table as changed for each statement execute function app.guard_open_year()', t);
  end loop;
end $$;

-- A row of `report` holds nothing of its own: whoever writes into a report takes turns at it, and is refused where it is read.
do $$
declare
  t text;
begin
  foreach t in array array['unit_target', 'pledge', 'signature', 'paper_signature', 'figure', 'submission', 'figure_evidence',
      'assessment'] loop
    execute format('create or replace trigger guard_unit_at_work_insert after insert on %I
      referencing new table as changed for each statement execute function app.guard_unit_at_work()', t);
    execute format('create or replace trigger guard_unit_at_work_update after update on %I
      referencing new table as changed for each statement execute function app.guard_unit_at_work()', t);
  end loop;
end $$;
