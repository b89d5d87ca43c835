-- What a person signs in with, for their own account page.
create function app.account_names(account uuid) returns table (user_name text, phone text)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.user_name, a.phone from platform.account a where a.id = account $$;--> statement-breakpoint
revoke execute on function app.account_names(uuid) from public;--> statement-breakpoint
grant execute on function app.account_names(uuid) to giaouoc_app;
