-- What a unit's people may not write in their own rows, should a procedure ever let them: what was sent, signed, withdrawn
-- or sent to them stays as it is. Forgeries end as insufficient_privilege. Two answers an honest client can meet, when two
-- of its requests cross, have codes of their own (apps/api/src/trpc/guarded.ts): GU001 the line was sent, GU002 too many.

-- A figure: what was sent is taken back before it is changed, what was returned stays returned until it is sent again, and
-- what is sent is what was typed. Beside what 0015 held already.
create or replace function app.guard_figure() returns trigger language plpgsql as $$
begin
  -- An upsert of a row that is there comes by here twice; the second time, as an update, is the one that counts.
  if tg_op = 'INSERT' and exists (select 1 from figure f where f.federation_id = new.federation_id and f.year_id = new.year_id
      and f.unit_id = new.unit_id and f.line_code = new.line_code and f.period_code = new.period_code) then
    return new;
  end if;
  if app.is_unit() then
    if tg_op = 'UPDATE' then
      if old.status in ('accepted', 'adjusted') then
        raise insufficient_privilege using message = 'a unit does not change what the federation has settled';
      end if;
      if old.status in ('submitted', 'resubmitted') and new.status = old.status
         and (new.value is distinct from old.value or new.submitted is distinct from old.submitted or new.note is distinct from old.note) then
        raise insufficient_privilege using message = 'what was sent is taken back before it is changed';
      end if;
      if old.status in ('returned', 'resubmitted') and new.status not in ('returned', 'resubmitted') then
        raise insufficient_privilege using message = 'a returned line stays returned until it is sent again';
      end if;
    end if;
    if new.status = 'resubmitted' and (tg_op = 'INSERT' or old.status not in ('returned', 'resubmitted')) then
      raise insufficient_privilege using message = 'only a returned line is sent again';
    end if;
    if new.status in ('submitted', 'resubmitted') and new.submitted is distinct from new.value then
      raise insufficient_privilege using message = 'what is sent is what was typed';
    end if;
    if new.settled is distinct from (case when tg_op = 'UPDATE' then old.settled end) then
      raise insufficient_privilege using message = 'a unit does not settle its own figures';
    end if;
    -- Taking back an answer to a returned line makes it a returned line again; that is all a unit can do about it.
    if new.status in ('accepted', 'adjusted', 'returned') and (tg_op = 'INSERT' or new.status is distinct from old.status)
       and not (tg_op = 'UPDATE' and old.status = 'resubmitted' and new.status = 'returned') then
      raise insufficient_privilege using message = 'a unit does not judge its own figures';
    end if;
    -- Withdrawing what the officer had entered leaves it the officer's until the unit types something else.
    if new.entered_for and (tg_op = 'INSERT' or not old.entered_for) then
      raise insufficient_privilege using message = 'only the federation enters for a unit';
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint

-- A report: neither the deadline nor the words that came with it.
create or replace function app.guard_report() returns trigger language plpgsql as $$
begin
  if app.is_unit() and (
    new.due_at is distinct from (case when tg_op = 'UPDATE' then old.due_at end)
    or new.due_reason is distinct from (case when tg_op = 'UPDATE' then old.due_reason end)
    or (new.state = 'settled' and (tg_op = 'INSERT' or old.state is distinct from 'settled'))
  ) then
    raise insufficient_privilege using message = 'a unit does not move its own deadline or settle its own report';
  end if;
  return new;
end $$;--> statement-breakpoint

-- A target: only while the pledge on the latest plan version is offered and nobody has signed for the unit.
create or replace function app.guard_target() returns trigger language plpgsql as $$
begin
  if app.is_unit() then
    if new.assigned is distinct from (case when tg_op = 'UPDATE' then old.assigned else true end) then
      raise insufficient_privilege using message = 'a unit does not take lines off itself';
    end if;
    if not exists (
      select 1 from pledge p
      join year y on y.federation_id = p.federation_id and y.id = p.year_id and y.plan_version = p.version
      where p.federation_id = new.federation_id and p.year_id = new.year_id and p.unit_id = new.unit_id
        and p.hash is null and p.declined_reason is null
        and not exists (select 1 from paper_signature s where s.federation_id = p.federation_id and s.year_id = p.year_id
                        and s.unit_id = p.unit_id and s.version = p.version and s.state = 'waiting')) then
      raise insufficient_privilege using message = 'targets are set before the pledge is signed';
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint

-- Whether everyone whom the plan asks of the unit's side has signed the frozen content.
create function app.unit_side_signed(p pledge) returns boolean language sql stable as $$
  select not exists (
    select 1 from plan_version v
    cross join lateral (
      select 'unit' as party, c as capacity from jsonb_array_elements_text(v.document->'conduct'->'signing'->'unitSigns') c
      union all
      select 'witness', v.document->'conduct'->'signing'->>'witness' where v.document->'conduct'->'signing' ? 'witness') asked
    where v.federation_id = p.federation_id and v.year_id = p.year_id and v.version = p.version
      and not exists (select 1 from signature s where s.federation_id = p.federation_id and s.year_id = p.year_id
                      and s.unit_id = p.unit_id and s.version = p.version and s.party = asked.party
                      and s.capacity = asked.capacity and s.hash = p.hash)) $$;--> statement-breakpoint

-- A pledge: a unit registers, signs or declines it, each once; the signatures come first, the state follows from them.
create or replace function app.guard_pledge() returns trigger language plpgsql as $$
begin
  -- Frozen content stays as it was signed, for everyone.
  if tg_op = 'UPDATE' and old.hash is not null and (new.hash is distinct from old.hash or new.content is distinct from old.content) then
    raise insufficient_privilege using message = 'a signed pledge is never edited';
  end if;
  if app.is_unit() then
    if tg_op = 'INSERT' then
      raise insufficient_privilege using message = 'the federation offers the pledge';
    end if;
    if (new.federation_id, new.year_id, new.unit_id, new.version, new.offered_at)
       is distinct from (old.federation_id, old.year_id, old.unit_id, old.version, old.offered_at) then
      raise insufficient_privilege using message = 'a pledge stays the pledge that was offered';
    end if;
    if new.hash is distinct from old.hash and not exists (
        select 1 from signature s where s.federation_id = new.federation_id and s.year_id = new.year_id
        and s.unit_id = new.unit_id and s.version = new.version and s.party = 'unit' and s.hash = new.hash) then
      raise insufficient_privilege using message = 'content is frozen by a signature';
    end if;
    if new.declined_reason is distinct from old.declined_reason
       and (old.declined_reason is not null or old.state in ('signed', 'countersigned')) then
      raise insufficient_privilege using message = 'only the federation offers a declined pledge again';
    end if;
    if new.state is distinct from old.state and not (
        (old.state = 'offered' and new.state = 'registered' and old.hash is null)
        or (old.state in ('offered', 'registered') and new.state = 'signed' and new.hash is not null and app.unit_side_signed(new))) then
      raise insufficient_privilege using message = 'the state of a pledge follows from its signatures';
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint

-- A sheet on paper: a unit sends its own file, and another one rather than a changed one.
create or replace function app.guard_paper_signature() returns trigger language plpgsql as $$
begin
  if app.role() is null then return new; end if;
  if app.is_unit() and (tg_op = 'UPDATE' or new.state <> 'waiting' or new.decided_by is not null) then
    raise insufficient_privilege using message = 'the officer decides on a paper signature';
  end if;
  if tg_op = 'INSERT' and not exists (select 1 from evidence e where e.federation_id = new.federation_id and e.id = new.evidence_id
                                      and e.unit_id = new.unit_id) then
    raise insufficient_privilege using message = 'the sheet is a file of this unit';
  end if;
  return new;
end $$;--> statement-breakpoint

-- Files beside lines: the unit's own, none added to or taken from a line that was sent, and not more than anyone looks
-- through. Requests of one line take turns, so that two at one moment cannot be more than two after each other.
create function app.guard_figure_evidence() returns trigger language plpgsql as $$
declare standing text;
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return new; end if;
  if tg_op = 'INSERT' then
    -- An upsert of a row that is there comes by as an update next.
    if exists (select 1 from figure_evidence l where l.federation_id = new.federation_id and l.year_id = new.year_id
               and l.unit_id = new.unit_id and l.line_code = new.line_code and l.period_code = new.period_code
               and l.evidence_id = new.evidence_id) then
      return new;
    end if;
    if not exists (select 1 from evidence e where e.federation_id = new.federation_id and e.id = new.evidence_id
                   and e.unit_id = new.unit_id) then
      raise insufficient_privilege using message = 'a file speaks for the unit that sent it';
    end if;
  else
    if (new.federation_id, new.year_id, new.unit_id, new.line_code, new.period_code, new.evidence_id, new.added_at)
       is distinct from (old.federation_id, old.year_id, old.unit_id, old.line_code, old.period_code, old.evidence_id, old.added_at) then
      raise insufficient_privilege using message = 'a file is taken away from one line and laid beside another';
    end if;
    if (new.removed_at is null) = (old.removed_at is null) then return old; end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('|', new.unit_id, new.line_code, new.period_code), 11));
  -- Waits for a submission that is under way.
  select f.status into standing from figure f
    where f.federation_id = new.federation_id and f.year_id = new.year_id and f.unit_id = new.unit_id
      and f.line_code = new.line_code and f.period_code = new.period_code for share;
  if standing in ('submitted', 'resubmitted') or (app.is_unit() and standing in ('accepted', 'adjusted')) then
    raise exception using errcode = 'GU001', message = 'what was sent keeps its files';
  end if;
  if new.removed_at is null and (
      select count(*) from figure_evidence l where l.federation_id = new.federation_id and l.year_id = new.year_id
        and l.unit_id = new.unit_id and l.line_code = new.line_code and l.period_code = new.period_code
        and l.removed_at is null) >= 40 then
    raise exception using errcode = 'GU002', message = 'more files than anyone looks through';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger guard_figure_evidence before insert or update on figure_evidence for each row execute function app.guard_figure_evidence();--> statement-breakpoint

-- A submission is taken back once, and stays taken back.
create function app.guard_submission() returns trigger language plpgsql as $$
begin
  if app.role() is not null and (old.withdrawn_at is not null or new.withdrawn_at is null) then
    raise insufficient_privilege using message = 'a withdrawn submission stays withdrawn';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger guard_submission before update on submission for each row execute function app.guard_submission();--> statement-breakpoint

-- A reminder is the federation's; the unit only says that it has seen it.
create function app.guard_reminder() returns trigger language plpgsql as $$
begin
  if app.is_unit() and (tg_op = 'INSERT' or old.seen_at is not null
      or to_jsonb(new) - 'seen_at' is distinct from to_jsonb(old) - 'seen_at') then
    raise insufficient_privilege using message = 'a unit only says that it has seen a reminder';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger guard_reminder before insert or update on reminder for each row execute function app.guard_reminder();--> statement-breakpoint
grant execute on function app.unit_side_signed(pledge) to giaouoc_app;
