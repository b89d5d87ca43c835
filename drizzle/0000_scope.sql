-- What PostgreSQL knows of who is asking. The application tells it at the start of each transaction
-- (packages/db/src/scope.ts); without it every function answers null and every policy lets nothing through.
create schema if not exists app;--> statement-breakpoint

create function app.federation_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.federation_id', true), '')::uuid $$;--> statement-breakpoint
create function app.unit_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.unit_id', true), '')::uuid $$;--> statement-breakpoint
create function app.account_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;--> statement-breakpoint
create function app.role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;--> statement-breakpoint

-- On only inside the named functions that must look across federations (sign-in, invitations, public check) and in the
-- owner's jobs. Policies honour it for the owner alone; the application's role gains nothing by setting it.
create function app.platform() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.platform', true), '') = 'on' $$;--> statement-breakpoint

grant usage on schema app to giaouoc_app;
