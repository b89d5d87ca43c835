-- The first file to run. Every file after it grants what the application's role may do with its noun; what no file grants, the
-- role may not do: a right that is taken out of a file is gone with the next start. All files run in one transaction, so nobody
-- meets a moment without rights.
revoke all on all tables in schema public, platform from giaouoc_app, public;
revoke all on all sequences in schema public, platform from giaouoc_app, public;
revoke all on all functions in schema app from giaouoc_app, public;
-- For functions and tables to come. (For one schema alone PostgreSQL would keep the default that everybody may execute.)
alter default privileges revoke execute on functions from public;

grant usage on schema app, public to giaouoc_app;
revoke all on schema platform from giaouoc_app, public;
-- Accounts, sessions and keys lie in `platform`: they are reached through the named functions of `app` alone.

-- The owner is bound by the policies of the tables as well (they stand under each table in packages/db/src/schema).
do $$
declare t record;
begin
  for t in select c.oid::regclass as name from pg_class c
           where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relforcerowsecurity
  loop
    execute format('alter table %s force row level security', t.name);
  end loop;
end $$;
