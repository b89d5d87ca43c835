grant select, insert, update (state, value, note, submitted, sending, revision, entered_by, entered_as, entered_for, updated_at, submitted_at)
  on figure to giaouoc_app;
-- A projection: written by the triggers below alone.
grant select on figure_status to giaouoc_app;

-- How a figure reads at one stage, from the unit's side and the stage's assessment in force: the same as `figureStatus` in
-- packages/domain/src/figure/status.ts. A test compares both over all pairs.
create or replace function app.figure_status(state text, sending integer, decision text, judged integer) returns text
  language sql immutable parallel safe
  as $$ select case
    when decision is null then case when state = 'sent' then 'submitted' else coalesce(state, 'empty') end
    when decision <> 'returned' then decision
    when state = 'sent' and sending > judged then 'resubmitted'
    else 'returned' end $$;

-- How a figure reads at the stage that verifies; the unit's side alone while it was neither sent nor judged.
create or replace function app.verified_status(of_federation uuid, of_year uuid, of_unit uuid, of_line text, of_period text)
  returns text language sql stable
  as $$ select coalesce(
    (select s.status from figure_status s
      where s.federation_id = of_federation and s.year_id = of_year and s.unit_id = of_unit and s.line_code = of_line
        and s.period_code = of_period and s.stage = (
          select y.verifying_stages[1] from year y where y.federation_id = of_federation and y.id = of_year)),
    (select f.state from figure f
      where f.federation_id = of_federation and f.year_id = of_year and f.unit_id = of_unit and f.line_code = of_line
        and f.period_code = of_period),
    'empty') $$;

grant execute on function
  app.figure_status(text, integer, text, integer),
  app.verified_status(uuid, uuid, uuid, text, text)
  to giaouoc_app;

-- What nobody may write into the unit's side: what was sent is taken back before it is changed, what was returned keeps what was
-- sent until it is sent again, what is sent is what was typed and counts one more sending, and what is settled stays.
-- The steps are those of packages/domain/src/figure/status.ts.
--
-- Written for speed: the triggers call it only for what could be refused, and whether a row is there already, so that an insert
-- is about to become an update, is asked only where the insert would be refused.
create or replace function app.guard_figure() returns trigger language plpgsql as $$
declare
  wrong text;
  status text;
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return new; end if;
  if app.acts_for_unit() and new.entered_for and (tg_op = 'INSERT' or not old.entered_for) then
    wrong := 'only the federation enters for a unit';
  elsif new.state = 'sent' and new.submitted is distinct from new.value
      and (tg_op = 'INSERT' or new.sending is distinct from old.sending) then
    wrong := 'what is sent is what was typed';
  elsif tg_op = 'INSERT' then
    if new.sending <> (case when new.state = 'sent' then 1 else 0 end) then
      wrong := 'each sending counts one more';
    end if;
  else
    status := app.verified_status(old.federation_id, old.year_id, old.unit_id, old.line_code, old.period_code);
    if status in ('accepted', 'adjusted') then
      wrong := 'what is settled stays as it is';
    elsif old.state = 'sent' and status <> 'returned' then
      if new.state <> 'draft' or new.submitted is not null or new.sending <> old.sending
         or new.value is distinct from old.value or new.note is distinct from old.note then
        wrong := 'what was sent is taken back before it is changed';
      end if;
    elsif new.state = 'sent' and new.sending = old.sending then
      if old.state <> 'sent' or new.submitted is distinct from old.submitted then
        wrong := 'each sending counts one more';
      end if;
    elsif new.sending <> old.sending + (case when new.state = 'sent' then 1 else 0 end) then
      wrong := 'each sending counts one more';
    elsif old.state = 'sent' and new.state <> 'sent' then
      wrong := 'a returned line keeps what was sent until it is sent again';
    end if;
  end if;
  if wrong is null then return new; end if;
  -- An upsert of a row that is there comes by here twice; the second time, as an update, is the one that counts.
  if tg_op = 'INSERT' and exists (select 1 from figure f where f.federation_id = new.federation_id and f.year_id = new.year_id
      and f.unit_id = new.unit_id and f.line_code = new.line_code and f.period_code = new.period_code) then
    return new;
  end if;
  raise insufficient_privilege using message = wrong;
end $$;

-- Typing, and sending what was typed, are never refused.
create or replace trigger guard_figure_insert before insert on figure for each row
  when (new.entered_for or new.sending <> case when new.state = 'sent' then 1 else 0 end
    or (new.state = 'sent' and new.submitted is distinct from new.value))
  execute function app.guard_figure();

create or replace trigger guard_figure_update before update on figure for each row
  when (old.state = 'sent' or (new.entered_for and not old.entered_for)
    or new.sending <> old.sending + case when new.state = 'sent' then 1 else 0 end
    or (new.state = 'sent' and new.submitted is distinct from new.value))
  execute function app.guard_figure();

-- The projection, in the statement that changes the unit's side. What was never sent needs none: it reads as the unit's side does,
-- unless the federation entered it. Runs as the owner: nobody else may write it.
create or replace function app.project_figures() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- An upsert fires the trigger of inserts and the one of updates; one of them has nothing to do.
  if not exists (select from sides where sending > 0) then return null; end if;
  insert into public.figure_status as s
    (federation_id, year_id, unit_id, line_code, period_code, stage, status, assessment_id)
  with stages as materialized (
    select y.federation_id, y.id, v.stage
    from (select distinct f.federation_id, f.year_id from sides f) c
    join public.year y on y.federation_id = c.federation_id and y.id = c.year_id
    cross join lateral unnest(y.verifying_stages) v (stage))
  select f.federation_id, f.year_id, f.unit_id, f.line_code, f.period_code, v.stage,
    app.figure_status(f.state, f.sending, a.decision, a.sending), a.id
  from stages v
  join sides f on f.federation_id = v.federation_id and f.year_id = v.id and f.sending > 0
  left join lateral (
    select a.id, a.decision, a.sending from public.assessment a
    where a.federation_id = f.federation_id and a.year_id = f.year_id and a.unit_id = f.unit_id and a.line_code = f.line_code
      and a.period_code = f.period_code and a.stage = v.stage and a.undone_at is null
    order by a.at desc, a.id desc limit 1) a on true
  on conflict (federation_id, year_id, unit_id, line_code, period_code, stage) do update set
    status = excluded.status, assessment_id = excluded.assessment_id,
    revision = s.revision + case when s.status is distinct from excluded.status then 1 else 0 end;
  return null;
end $$;

create or replace trigger project_figures_insert after insert on figure
  referencing new table as sides for each statement execute function app.project_figures();
create or replace trigger project_figures_update after update on figure
  referencing new table as sides for each statement execute function app.project_figures();

-- A stage that begins to verify finds in its queue what was sent before, in the statement that makes it verify.
create or replace function app.project_verifying_stages() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  insert into public.figure_status as s
    (federation_id, year_id, unit_id, line_code, period_code, stage, status, assessment_id)
  select f.federation_id, f.year_id, f.unit_id, f.line_code, f.period_code, v.stage,
    app.figure_status(f.state, f.sending, a.decision, a.sending), a.id
  from unnest(new.verifying_stages) v (stage)
  join public.figure f on f.federation_id = new.federation_id and f.year_id = new.id and f.sending > 0
  left join lateral (
    select a.id, a.decision, a.sending from public.assessment a
    where a.federation_id = f.federation_id and a.year_id = f.year_id and a.unit_id = f.unit_id and a.line_code = f.line_code
      and a.period_code = f.period_code and a.stage = v.stage and a.undone_at is null
    order by a.at desc, a.id desc limit 1) a on true
  where v.stage <> all (old.verifying_stages)
  on conflict (federation_id, year_id, unit_id, line_code, period_code, stage) do update set
    status = excluded.status, assessment_id = excluded.assessment_id, revision = s.revision + 1;
  return null;
end $$;

create or replace trigger project_verifying_stages after update on year for each row
  when (old.verifying_stages is distinct from new.verifying_stages) execute function app.project_verifying_stages();

-- What the federation types or sends for a unit stands beside its trace, in one statement (R5). A unit's own typing is its own, and
-- costs nothing here.
create or replace function app.trace_figures() returns trigger language plpgsql as $$
declare one record;
begin
  if session_user <> 'giaouoc_app' or app.acts_for_unit() then return null; end if;
  for one in select distinct s.federation_id, s.unit_id from sides s loop
    if not app.left_trace(one.federation_id, one.unit_id, tg_argv) then
      raise insufficient_privilege using message = 'what is entered for a unit leaves trace';
    end if;
  end loop;
  return null;
end $$;

create or replace trigger trace_figures_insert after insert on figure
  referencing new table as sides for each statement execute function app.trace_figures('figure', 'report', 'assessment');
create or replace trigger trace_figures_update after update on figure
  referencing new table as sides for each statement execute function app.trace_figures('figure', 'report', 'assessment');
