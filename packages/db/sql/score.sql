-- Scores and points so far are worked out again and again; a snapshot is never edited (R6).
grant select, insert, update on unit_score, unit_progress to giaouoc_app;
grant select, insert on snapshot to giaouoc_app;

-- A unit's place among unnamed points before publication (A2): the totals so far of the units of its block, without saying
-- whose they are, and not even that in a block of fewer than five.
create or replace function app.block_standing(of_year uuid) returns setof text
  language sql stable security definer set search_path = pg_catalog
  as $$ with own as (
          select yu.block_code from public.year_unit yu
          where yu.federation_id = app.federation_id() and yu.year_id = of_year and yu.unit_id = app.unit_id() and not yu.left_out)
        , peers as (
          select yu.unit_id from public.year_unit yu join own on own.block_code = yu.block_code
          where yu.federation_id = app.federation_id() and yu.year_id = of_year and not yu.left_out)
        select ((p.so_far->'best'->>'base')::numeric + (p.so_far->'best'->>'bonus')::numeric
                + (p.so_far->'best'->>'penalty')::numeric)::text
        from public.unit_progress p join peers on peers.unit_id = p.unit_id
        where p.federation_id = app.federation_id() and p.year_id = of_year and (select count(*) from peers) >= 5
          and p.unit_id <> app.unit_id()
        order by 1 $$;

grant execute on function app.block_standing(uuid) to giaouoc_app;
