-- The same rules as before (0018, 0019, 0026), for less: what a unit does all day does not call its guard at all, and who
-- leaves trace is looked up by key. As one join, the trace of a submission read every membership of the federation.

create or replace function app.guard_audit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  account uuid := app.account_id();
  as_role text := app.role();
  own_unit uuid := app.unit_id();
  unit boolean := app.is_unit();
  one record;
begin
  -- Outside a scope there is only the owner: invitations, setting up, restoring a backup.
  if as_role is null then return null; end if;
  for one in select distinct a.federation_id, a.membership_id, a.unit_id, a.at from added a loop
    if unit and one.unit_id is distinct from own_unit then
      raise insufficient_privilege using message = 'a unit leaves trace about itself only';
    end if;
    perform from public.membership m
      where m.federation_id = one.federation_id and m.id = one.membership_id and m.account_id = account and m.role = as_role;
    if not found then raise insufficient_privilege using message = 'everyone leaves trace as themselves'; end if;
    if one.at <> now() then raise insufficient_privilege using message = 'trace is of the moment'; end if;
  end loop;
  return null;
end $$;--> statement-breakpoint

-- Called only for what could be refused; app.guard_figure decides. Typing, and sending what was typed, are neither.
drop trigger guard_figure on figure;--> statement-breakpoint
create trigger guard_figure_insert before insert on figure for each row
  when (new.status not in ('draft', 'submitted') or new.settled is not null or new.entered_for
    or (new.status = 'submitted' and new.submitted is distinct from new.value))
  execute function app.guard_figure();--> statement-breakpoint
create trigger guard_figure_update before update on figure for each row
  when (old.status <> 'draft' or new.status not in ('draft', 'submitted') or new.settled is distinct from old.settled
    or (new.entered_for and not old.entered_for) or (new.status = 'submitted' and new.submitted is distinct from new.value))
  execute function app.guard_figure();--> statement-breakpoint

drop trigger guard_report on report;--> statement-breakpoint
create trigger guard_report_insert before insert on report for each row
  when (new.due_at is not null or new.due_reason is not null or new.state = 'settled')
  execute function app.guard_report();--> statement-breakpoint
create trigger guard_report_update before update on report for each row
  when (new.due_at is distinct from old.due_at or new.due_reason is distinct from old.due_reason or new.state = 'settled')
  execute function app.guard_report();
