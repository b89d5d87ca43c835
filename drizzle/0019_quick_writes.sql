-- What an earlier write with this id was answered with. Two requests with one id at the same moment (a double click) wait
-- for each other before they look: each statement of a volatile function sees what was committed before it began.
create function app.earlier_write(account uuid, id uuid) returns table (action text, content_hash text, answer jsonb)
  language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(hashtextextended(account::text || id::text, 7));
  return query select w.action, w.content_hash, w.answer from write w
    where w.federation_id = app.federation_id() and w.account_id = account and w.client_id = id;
end $$;--> statement-breakpoint
grant execute on function app.earlier_write(uuid, uuid) to giaouoc_app;--> statement-breakpoint

-- Receipt numbers, as many as asked for, of which the first is given back. They are taken in a transaction of their own: held until the end of the transaction that uses them, the
-- counter's row would make all units of a federation wait for each other in the last minutes before a deadline. A number
-- whose transaction fails afterwards is not used again; numbers rise, and may leave gaps. Need not wait for the disk: whoever
-- uses the number commits later, and what is on the disk then has the counter's row before it.
create function app.take_receipt_numbers(federation uuid, number_prefix text, of_year integer, how_many integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare highest integer;
begin
  perform set_config('synchronous_commit', 'off', true), set_config('app.federation_id', federation::text, true);
  insert into public.receipt_counter as c (federation_id, prefix, year, last)
    values (federation, number_prefix, of_year, how_many)
    on conflict (federation_id, prefix, year) do update set last = c.last + how_many returning last into highest;
  return highest - how_many + 1;
end $$;--> statement-breakpoint
revoke execute on function app.take_receipt_numbers(uuid, text, integer, integer) from public;--> statement-breakpoint
grant execute on function app.take_receipt_numbers(uuid, text, integer, integer) to giaouoc_app;--> statement-breakpoint
drop function app.next_receipt(text, integer);--> statement-breakpoint

-- The same rules as before (0015), looked at once for all rows of a statement; a time that is not now is refused.
create or replace function app.guard_audit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Outside a scope there is only the owner: invitations, setting up, restoring a backup.
  if app.role() is null then return null; end if;
  if app.is_unit() and exists (select 1 from added a where a.unit_id is distinct from app.unit_id()) then
    raise insufficient_privilege using message = 'a unit leaves trace about itself only';
  end if;
  if exists (select 1 from added a where not exists (
      select 1 from public.membership m where m.federation_id = a.federation_id and m.id = a.membership_id
        and m.account_id = app.account_id() and m.role = app.role())) then
    raise insufficient_privilege using message = 'everyone leaves trace as themselves';
  end if;
  if exists (select 1 from added a where a.at <> now()) then
    raise insufficient_privilege using message = 'trace is of the moment';
  end if;
  return null;
end $$;--> statement-breakpoint
drop trigger guard_audit on audit_event;--> statement-breakpoint
create trigger guard_audit after insert on audit_event referencing new table as added
  for each statement execute function app.guard_audit();
