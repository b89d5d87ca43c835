-- A unit is archived or left out of a year. One that was added by mistake is deleted while nothing hangs on it: the foreign
-- keys of pledges, figures, files, people and all else keep any other.
grant delete on unit, year_unit to giaouoc_app;
grant select, insert, update (code, name, kind, founded_on, archived_at, revision) on unit to giaouoc_app;
grant select, insert, update (block_code, cluster_code, active_since, previous_total, left_out, left_out_at, left_out_reason, revision)
  on year_unit to giaouoc_app;

-- Clears what stands only because a unit was added by mistake: scores of nothing, and people whom nobody invited with their
-- accounts, which never had a way in. False, and nothing done, for anybody who may not write for the federation and for a unit that
-- was offered a pledge or reported anything.
create or replace function app.clear_unit(of_unit uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare gone uuid[];
begin
  if not app.has('federation.write')
     or exists (select 1 from public.pledge p where p.federation_id = app.federation_id() and p.unit_id = of_unit)
     or exists (select 1 from public.figure f where f.federation_id = app.federation_id() and f.unit_id = of_unit)
     or exists (select 1 from public.assessment a where a.federation_id = app.federation_id() and a.unit_id = of_unit) then
    return false;
  end if;
  delete from public.unit_score s where s.federation_id = app.federation_id() and s.unit_id = of_unit;
  delete from public.unit_progress s where s.federation_id = app.federation_id() and s.unit_id = of_unit;
  with people as (
    delete from public.membership m
    where m.federation_id = app.federation_id() and m.unit_id = of_unit
      and not exists (select 1 from public.invitation i where i.federation_id = m.federation_id and i.membership_id = m.id)
      and exists (select 1 from platform.account a where a.id = m.account_id and a.password_hash is null)
    returning m.account_id)
  select array_agg(p.account_id) into gone from people p;
  delete from platform.account a where a.id = any(gone) and a.password_hash is null
    and not exists (select 1 from public.membership o where o.account_id = a.id);
  return true;
end $$;

grant execute on function app.clear_unit(uuid) to giaouoc_app;
