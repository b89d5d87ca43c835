-- Targets, the pledge, its signatures in the product and on paper.
-- unit_target: a number that is taken back leaves its row.
grant select, insert, update (target, assigned, unassigned_at, unassigned_reason, revision, updated_by, updated_at) on unit_target to giaouoc_app;
grant select, insert, update (state, content, hash, declined_reason, revision, changed_at) on pledge to giaouoc_app;
grant select, insert, update (state, refused_reason, decided_by, decided_at) on paper_signature to giaouoc_app;
-- A signature is never edited (R6).
grant select, insert on signature to giaouoc_app;

-- Guards hold what a unit's people may not write in their own rows, should a procedure ever let them. What only a forgery can ask
-- ends as insufficient_privilege.

-- A target: only while the pledge on the latest plan version is offered and nobody has signed for the unit.
create or replace function app.guard_target() returns trigger language plpgsql as $$
begin
  if app.acts_for_unit() then
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
end $$;

create or replace trigger guard_target before insert or update on unit_target for each row execute function app.guard_target();

-- Whether everyone whom the plan asks of the unit's side has signed the frozen content.
create or replace function app.unit_side_signed(p pledge) returns boolean language sql stable as $$
  select not exists (
    select 1 from plan_version v
    cross join lateral (
      select 'unit' as party, c as capacity from jsonb_array_elements_text(v.document->'conduct'->'signing'->'unitSigns') c
      union all
      select 'witness', v.document->'conduct'->'signing'->>'witness' where v.document->'conduct'->'signing' ? 'witness') asked
    where v.federation_id = p.federation_id and v.year_id = p.year_id and v.version = p.version
      and not exists (select 1 from signature s where s.federation_id = p.federation_id and s.year_id = p.year_id
                      and s.unit_id = p.unit_id and s.version = p.version and s.party = asked.party
                      and s.capacity = asked.capacity and s.hash = p.hash)) $$;

-- A pledge: a unit registers, signs or declines it, each once; the signatures come first, the state follows from them.
create or replace function app.guard_pledge() returns trigger language plpgsql as $$
begin
  -- Frozen content stays as it was signed, for everyone.
  if tg_op = 'UPDATE' and old.hash is not null and (new.hash is distinct from old.hash or new.content is distinct from old.content) then
    raise insufficient_privilege using message = 'a signed pledge is never edited';
  end if;
  if app.acts_for_unit() then
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
end $$;

create or replace trigger guard_pledge before insert or update on pledge for each row execute function app.guard_pledge();

-- Whoever signs, signs for themselves, in the capacity of their own membership, under the content that is frozen or about
-- to be; only ink on paper is entered by the officer for others, and says so.
create or replace function app.guard_signature() returns trigger language plpgsql as $$
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return new; end if;
  if new.account_id is distinct from app.account_id()
     or not exists (select 1 from membership m where m.federation_id = new.federation_id and m.id = new.membership_id
                    and m.account_id = app.account_id() and m.role = app.role() and m.ended_at is null) then
    raise insufficient_privilege using message = 'everyone signs for themselves';
  end if;
  if app.acts_for_unit() then
    if new.party = 'federation' or new.method = 'paper' or new.confirmed_by is not null then
      raise insufficient_privilege using message = 'everyone signs for themselves';
    end if;
    if new.capacity is distinct from app.role() then
      raise insufficient_privilege using message = 'everyone signs in their own capacity';
    end if;
  elsif new.party <> 'federation' and (new.method <> 'paper' or new.confirmed_by is distinct from new.membership_id) then
    raise insufficient_privilege using message = 'the federation enters for others only what is signed on paper';
  end if;
  return new;
end $$;

create or replace trigger guard_signature before insert on signature for each row execute function app.guard_signature();

-- A sheet on paper: a unit sends its own file, and another one rather than a changed one.
create or replace function app.guard_paper_signature() returns trigger language plpgsql as $$
begin
  if app.role() is null then return new; end if;
  if app.acts_for_unit() and (tg_op = 'UPDATE' or new.state <> 'waiting' or new.decided_by is not null) then
    raise insufficient_privilege using message = 'the officer decides on a paper signature';
  end if;
  if tg_op = 'INSERT' and not exists (select 1 from evidence e where e.federation_id = new.federation_id and e.id = new.evidence_id
                                      and e.unit_id = new.unit_id) then
    raise insufficient_privilege using message = 'the sheet is a file of this unit';
  end if;
  return new;
end $$;

create or replace trigger guard_paper_signature before insert or update on paper_signature for each row execute function app.guard_paper_signature();

-- The public check page: by the hash that stands on the paper, and only for pledges that someone has signed.
create or replace function app.check_pledge(pledge_hash text)
  returns table (federation_name text, unit_name text, plan_title text, year_title text, version integer, state text, signatures jsonb)
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select f.name, u.name, v.document->'scoring'->>'title', y.title, p.version, p.state,
          (select jsonb_agg(jsonb_build_object('party', s.party, 'capacity', s.capacity, 'strength', s.method,
                                               'at', s.at, 'receiptNumber', s.receipt_number) order by s.at)
           from public.signature s
           where s.federation_id = p.federation_id and s.year_id = p.year_id and s.unit_id = p.unit_id and s.version = p.version
             and s.hash = p.hash)
        from public.pledge p
        join public.federation f on f.id = p.federation_id
        join public.unit u on u.federation_id = p.federation_id and u.id = p.unit_id
        join public.year y on y.federation_id = p.federation_id and y.id = p.year_id
        join public.plan_version v on v.federation_id = p.federation_id and v.year_id = p.year_id and v.version = p.version
        where p.hash = pledge_hash $$;

grant execute on function
  app.unit_side_signed(pledge),
  app.check_pledge(text)
  to giaouoc_app;
