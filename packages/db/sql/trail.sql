-- What changes what people go by leaves trace (R5), held here too: whoever can send statements as the application's role changes
-- nothing in silence. docs/decisions/what-sql-may-change.md says what is held how.

-- Whether this transaction has left trace in this federation of a deed of one of these nouns. Newest first: it is among the last.
-- (A moment is one transaction's, guard_audit lets no other stand in a row.)
create or replace function app.left_trace(of_federation uuid, of_unit uuid, nouns text[]) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
begin
  if of_unit is null then
    perform from public.audit_event a
      where a.federation_id = of_federation and a.at = now() and split_part(a.action, '.', 1) = any(nouns)
      order by a.id desc limit 1;
  else
    perform from public.audit_event a
      where a.federation_id = of_federation and a.unit_id = of_unit and a.at = now() and split_part(a.action, '.', 1) = any(nouns)
      order by a.id desc limit 1;
  end if;
  return found;
end $$;

-- At the end of the transaction, whatever was written first. Not for the owner: restoring a backup, migrations, demonstrations.
-- Who is connected decides, and no setting, for a setting could be taken back before the end.
create or replace function app.guard_trace() returns trigger language plpgsql as $$
declare of_federation uuid;
begin
  if session_user <> 'giaouoc_app' then return null; end if;
  if tg_op = 'DELETE' then of_federation := old.federation_id; else of_federation := new.federation_id; end if;
  if not app.left_trace(of_federation, null, tg_argv) then
    raise insufficient_privilege using message = format('a change of %s leaves trace', tg_table_name);
  end if;
  return null;
end $$;

create or replace function app.guard_trace_of_federation() returns trigger language plpgsql as $$
begin
  if session_user = 'giaouoc_app' and not app.left_trace(new.id, null, tg_argv) then
    raise insufficient_privilege using message = 'a change of the federation leaves trace';
  end if;
  return null;
end $$;

grant execute on function app.left_trace(uuid, uuid, text[]) to giaouoc_app;

-- Each table, when it asks, and the nouns of the deeds that change it. Constraint triggers cannot be replaced: they are made anew.
do $$
declare
  t record;
begin
  for t in select * from (values
    ('unit', 'insert or update or delete', null, array['unit', 'unitImport']),
    ('membership', 'insert or update', null, array['people', 'unit', 'unitImport', 'invitation', 'federation']),
    ('invitation', 'insert or update', null, array['invitation', 'people', 'unit', 'unitImport']),
    ('year', 'insert or update or delete', null, array['year', 'plan', 'ranking']),
    ('year_step', 'insert', null, array['year', 'ranking']),
    ('year_unit', 'insert or update or delete', null, array['unit', 'unitImport', 'year']),
    ('block', 'insert or update or delete', null, array['year', 'unit', 'unitImport']),
    ('cluster', 'insert or update or delete', null, array['year', 'unit', 'unitImport']),
    ('plan_draft', 'insert or update', null, array['plan']),
    ('plan_version', 'insert', null, array['plan']),
    ('plan_line', 'insert or update', null, array['plan']),
    ('plan_stage', 'insert', null, array['plan']),
    ('unit_target', 'insert or update', null, array['pledge', 'unit']),
    ('pledge', 'insert or update', null, array['pledge']),
    ('signature', 'insert', null, array['pledge']),
    ('paper_signature', 'insert or update', null, array['pledge']),
    ('report', 'update', '(new.due_at is distinct from old.due_at or new.due_reason is distinct from old.due_reason)', array['report']),
    ('submission', 'update', null, array['report', 'figure', 'assessment']),
    ('figure_evidence', 'insert or update', null, array['evidence']),
    ('snapshot', 'insert', null, array['ranking']),
    ('reminder', 'insert', null, array['reminder'])
  ) as held (name, deeds, only_when, nouns) loop
    execute format('drop trigger if exists guard_trace on %I', t.name);
    execute format('create constraint trigger guard_trace after %s on %I deferrable initially deferred for each row %s
      execute function app.guard_trace(%s)', t.deeds, t.name, 'when (' || t.only_when || ')',
      (select string_agg(quote_literal(n), ', ') from unnest(t.nouns) n));
  end loop;
end $$;

drop trigger if exists guard_trace on federation;
create constraint trigger guard_trace after update on federation deferrable initially deferred for each row
  execute function app.guard_trace_of_federation('federation');
