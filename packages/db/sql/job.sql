-- The one way of the application to the job queue, whose schema belongs to the library (packages/db/src/jobs) and is closed to
-- it. The job is a row of the caller's transaction: it is seen once that is committed and never if it is rolled back (M3). A
-- tenant's job carries the federation of the transaction, whatever the payload says, and its key is that federation's own.
create or replace function app.add_job(task text, payload jsonb, key text, run_at timestamp with time zone) returns void
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare whose text := coalesce(app.federation_id()::text, 'platform');
begin
  perform graphile_worker.add_job(task, (payload || jsonb_build_object('federationId', app.federation_id()))::json,
    run_at => add_job.run_at, max_attempts => 18, job_key => whose || ':' || key, job_key_mode => 'preserve_run_at');
end $$;

revoke all on schema graphile_worker from giaouoc_app, public;
grant execute on function app.add_job(text, jsonb, text, timestamp with time zone) to giaouoc_app;
