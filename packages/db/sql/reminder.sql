grant select, insert, update (seen_at) on reminder to giaouoc_app;

-- A reminder is the federation's; the unit only says that it has seen it.
create or replace function app.guard_reminder() returns trigger language plpgsql as $$
begin
  if app.acts_for_unit() and (tg_op = 'INSERT' or old.seen_at is not null
      or to_jsonb(new) - 'seen_at' is distinct from to_jsonb(old) - 'seen_at') then
    raise insufficient_privilege using message = 'a unit only says that it has seen a reminder';
  end if;
  return new;
end $$;

create or replace trigger guard_reminder before insert or update on reminder for each row execute function app.guard_reminder();
