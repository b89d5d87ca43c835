grant select, insert, update on figure to giaouoc_app;

-- What a unit's people may not write in a figure of their own: what was sent is taken back before it is changed, what was returned
-- stays returned until it is sent again, what is sent is what was typed, and what the federation has settled is the federation's.
-- The steps are those of packages/domain/src/report/figure-status.ts.
--
-- Written for speed, for it runs for each row of each submission: who is not a unit passes at once, and whether a row is there
-- already, so that an insert is about to become an update, is asked only where the insert would be refused.
create or replace function app.guard_figure() returns trigger language plpgsql as $$
declare wrong text;
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.is_unit() is not true then return new; end if;
  if tg_op = 'UPDATE' then
    if old.status in ('accepted', 'adjusted') then
      wrong := 'a unit does not change what the federation has settled';
    elsif old.status in ('submitted', 'resubmitted') and new.status = old.status
       and (new.value is distinct from old.value or new.submitted is distinct from old.submitted or new.note is distinct from old.note) then
      wrong := 'what was sent is taken back before it is changed';
    elsif old.status in ('returned', 'resubmitted') and new.status not in ('returned', 'resubmitted') then
      wrong := 'a returned line stays returned until it is sent again';
    elsif new.status = 'resubmitted' and old.status not in ('returned', 'resubmitted') then
      wrong := 'only a returned line is sent again';
    elsif new.settled is distinct from old.settled then
      wrong := 'a unit does not settle its own figures';
    -- Taking back an answer to a returned line makes it a returned line again; that is all a unit can do about it.
    elsif new.status in ('accepted', 'adjusted', 'returned') and new.status <> old.status
       and not (old.status = 'resubmitted' and new.status = 'returned') then
      wrong := 'a unit does not judge its own figures';
    -- Withdrawing what the officer had entered leaves it the officer's until the unit types something else.
    elsif new.entered_for and not old.entered_for then
      wrong := 'only the federation enters for a unit';
    end if;
  elsif new.status = 'resubmitted' then
    wrong := 'only a returned line is sent again';
  elsif new.settled is not null then
    wrong := 'a unit does not settle its own figures';
  elsif new.status in ('accepted', 'adjusted', 'returned') then
    wrong := 'a unit does not judge its own figures';
  elsif new.entered_for then
    wrong := 'only the federation enters for a unit';
  end if;
  if wrong is null and new.status in ('submitted', 'resubmitted') and new.submitted is distinct from new.value then
    wrong := 'what is sent is what was typed';
  end if;
  if wrong is null then return new; end if;
  -- An upsert of a row that is there comes by here twice; the second time, as an update, is the one that counts.
  if tg_op = 'INSERT' and exists (select 1 from figure f where f.federation_id = new.federation_id and f.year_id = new.year_id
      and f.unit_id = new.unit_id and f.line_code = new.line_code and f.period_code = new.period_code) then
    return new;
  end if;
  raise insufficient_privilege using message = wrong;
end $$;

-- Called only for what could be refused; the function decides. Typing, and sending what was typed, are neither.
create or replace trigger guard_figure_insert before insert on figure for each row
  when (new.status not in ('draft', 'submitted') or new.settled is not null or new.entered_for
    or (new.status = 'submitted' and new.submitted is distinct from new.value))
  execute function app.guard_figure();

create or replace trigger guard_figure_update before update on figure for each row
  when (old.status <> 'draft' or new.status not in ('draft', 'submitted') or new.settled is distinct from old.settled
    or (new.entered_for and not old.entered_for) or (new.status = 'submitted' and new.submitted is distinct from new.value))
  execute function app.guard_figure();
