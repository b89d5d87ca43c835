-- Numbers and the key of receipts (R4). No right on receipt_counter: numbers are taken through app.take_receipt_numbers alone, so
-- that nobody chooses one.

-- Receipt numbers, as many as asked for, of which the first is given back. Where a scope is set they are of its own federation, and
-- the transaction keeps its scope and waits for the disk as any other.
--
-- Outside a scope they are taken in a transaction of their own: held until the end of the transaction that uses them, the counter's
-- row would make all units of a federation wait for each other in the last minutes before a deadline. A number whose transaction
-- fails afterwards is not used again; numbers rise, and may leave gaps. That transaction need not wait for the disk: whoever uses
-- the number commits later, and what is on the disk then has the counter's row before it. Nothing is left set, so that whoever asks
-- for another federation's numbers does not stand in that federation for the rest of the transaction.
create or replace function app.take_receipt_numbers(federation uuid, number_prefix text, of_year integer, how_many integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  here uuid := app.federation_id();
  highest integer;
begin
  if here is null then
    perform set_config('synchronous_commit', 'off', true), set_config('app.federation_id', federation::text, true);
  elsif here <> federation then
    raise insufficient_privilege using message = 'numbers are of one''s own federation';
  end if;
  insert into public.receipt_counter as c (federation_id, prefix, year, last)
    values (federation, number_prefix, of_year, how_many)
    on conflict (federation_id, prefix, year) do update set last = c.last + how_many returning last into highest;
  if here is null then perform set_config('app.federation_id', '', true); end if;
  return highest - how_many + 1;
end $$;

-- The public halves of all keys that ever signed receipts and seals, newest first, for whoever checks one.
create or replace function app.server_public_keys()
  returns table (public_key text, from_at timestamp with time zone, until_at timestamp with time zone)
  language sql stable security definer set search_path = pg_catalog
  as $$ select k.public_key, k.created_at, k.retired_at from platform.server_key k order by k.created_at desc, k.id desc $$;

grant execute on function
  app.take_receipt_numbers(uuid, text, integer, integer),
  app.server_public_keys()
  to giaouoc_app;
