-- The same numbers as before (0019), in two cases. Where a scope is set they are of its own federation, and the transaction
-- keeps its scope and waits for the disk as any other. Outside a scope, where numbers are taken by themselves, nothing is left
-- set: before, whoever asked for another federation's numbers stood in that federation for the rest of the transaction.
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
