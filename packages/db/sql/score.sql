-- What counts is written by app.store_scores alone. Points so far count for nothing: a unit's own submission writes them.
grant select on unit_score to giaouoc_app;
grant select, insert, update (plan_version, so_far, at) on unit_progress to giaouoc_app;
-- A snapshot is never edited (R6).
grant select, insert on snapshot to giaouoc_app;

-- Stores scores of a year of the scope's federation, for whoever shows that the server itself has worked them out: PostgreSQL
-- cannot score, and whoever can only send statements cannot show it. What is proven is the text of the rows, for which year and
-- federation, and that it was now; so a proof stores the same scores again at most.
create or replace function app.store_scores(of_year uuid, scores text, at text, at_ms bigint, proof bytea) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare stored integer;
begin
  if app.federation_id() is null or not app.is_proven_now(concat_ws(E'\n', 'scores', app.federation_id(), of_year, at,
      encode(sha256(convert_to(scores, 'UTF8')), 'hex')), at_ms, proof) then
    raise insufficient_privilege using message = 'only the server scores';
  end if;
  insert into public.unit_score as s (federation_id, year_id, unit_id, plan_version, engine, total, result, whys, marks, content_hash,
      scored_at)
    select app.federation_id(), of_year, r."unitId", r."planVersion", r.engine, r.total, r.result, r.whys, r.marks, r."contentHash",
      at::timestamptz
    from jsonb_to_recordset(scores::jsonb) as r("unitId" uuid, "planVersion" integer, engine text, total text, result jsonb,
      whys jsonb, marks jsonb, "contentHash" text)
    on conflict (federation_id, year_id, unit_id) do update set plan_version = excluded.plan_version, engine = excluded.engine,
      total = excluded.total, result = excluded.result, whys = excluded.whys, marks = excluded.marks, content_hash = excluded.content_hash,
      scored_at = excluded.scored_at, revision = s.revision + 1;
  get diagnostics stored = row_count;
  return stored;
end $$;

-- A unit's place among unnamed points before publication (A2): the totals so far of the units of its block, without saying
-- whose they are, and not even that in a block of fewer than five.
create or replace function app.block_standing(of_year uuid) returns setof text
  language sql stable security definer set search_path = pg_catalog
  as $$ with own as (
          select yu.block_code from public.year_unit yu
          where yu.federation_id = app.federation_id() and yu.year_id = of_year and yu.unit_id = app.own_unit() and not yu.left_out)
        , peers as (
          select yu.unit_id from public.year_unit yu join own on own.block_code = yu.block_code
          where yu.federation_id = app.federation_id() and yu.year_id = of_year and not yu.left_out)
        select ((p.so_far->'best'->>'base')::numeric + (p.so_far->'best'->>'bonus')::numeric
                + (p.so_far->'best'->>'penalty')::numeric)::text
        from public.unit_progress p join peers on peers.unit_id = p.unit_id
        where p.federation_id = app.federation_id() and p.year_id = of_year and (select count(*) from peers) >= 5
          and p.unit_id <> app.own_unit()
        order by 1 $$;

grant execute on function app.block_standing(uuid), app.store_scores(uuid, text, text, bigint, bytea) to giaouoc_app;
