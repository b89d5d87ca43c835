-- The one way of the application to the job queue, whose schema belongs to the library (packages/db/src/jobs) and is closed to
-- it. The job is a row of the caller's transaction: it is seen once that is committed and never if it is rolled back (M3). A
-- tenant's job carries the federation of the transaction, whatever the payload says, and its key is that federation's own.
create or replace function app.add_job(task text, payload jsonb, key text, run_at timestamp with time zone) returns void
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare whose text := coalesce(app.federation_id()::text, 'platform');
begin
  perform graphile_worker.add_job(task, (payload || jsonb_build_object('federationId', app.federation_id()))::json,
    run_at => add_job.run_at, max_attempts => 18, job_key => whose || ':' || coalesce(key, gen_random_uuid()::text), job_key_mode => 'preserve_run_at');
end $$;

-- Jobs that wait, run or failed, as people of a federation's side may know them: their federation's and the server's own, without
-- what is in them.
create or replace function app.jobs_to_show() returns table (id text, task text, since timestamptz, next_at timestamptz,
    attempts integer, stuck boolean, running boolean, last_error text)
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
begin
  if app.federation_id() is null or not app.has('federation.write') then return; end if;
  return query
    select j.id::text, j.task_identifier, j.created_at, j.run_at, j.attempts::integer,
      j.attempts >= j.max_attempts and j.locked_at is null, j.locked_at is not null, j.last_error
    from graphile_worker.jobs j
    where split_part(j.key, ':', 1) in (app.federation_id()::text, 'platform')
    order by j.created_at, j.id limit 200;
end $$;

-- How the queue stands, for the person who watches the server.
create or replace function app.job_counts() returns table (waiting integer, stuck integer, oldest_seconds double precision)
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
begin
  return query
    select count(*) filter (where j.attempts < j.max_attempts)::integer,
      count(*) filter (where j.attempts >= j.max_attempts and j.locked_at is null)::integer,
      coalesce(extract(epoch from now() - min(j.run_at) filter (where j.attempts < j.max_attempts and j.run_at < now())), 0)::double precision
    from graphile_worker.jobs j;
end $$;

revoke all on schema graphile_worker from giaouoc_app, public;
grant execute on function
  app.add_job(text, jsonb, text, timestamp with time zone),
  app.jobs_to_show(),
  app.job_counts()
  to giaouoc_app;
