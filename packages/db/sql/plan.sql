-- A draft is replaced, not deleted.
grant select, insert, update (document, based_on_year, based_on_version, revision, updated_by, updated_at) on plan_draft to giaouoc_app;
-- A published version is never edited (R6).
grant select, insert on plan_version to giaouoc_app;
-- A line's title and place may follow a new version; its code and kind may not.
grant select, insert, update (title, position) on plan_line to giaouoc_app;
-- A stage keeps its kind.
grant select, insert on plan_stage to giaouoc_app;

-- Holds for everyone, the owner included.
create or replace function app.guard_plan_version() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = 'a published plan version is never edited';
end $$;

create or replace trigger guard_plan_version before update or delete on plan_version for each row execute function app.guard_plan_version();

-- The stages whose queue is kept are stages of the federation that this year's plans have: publishing says them, and nobody else
-- can name one that no plan has. A year begins with the one that every plan has.
create or replace function app.guard_verifying_stages() returns trigger language plpgsql as $$
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.verifying_stages <> array['federation'] then
      raise insufficient_privilege using message = 'a year begins without stages of its own';
    end if;
  elsif cardinality(new.verifying_stages) = 0 or exists (
    select from unnest(new.verifying_stages) v (stage) where not exists (
      select from plan_stage p where p.federation_id = new.federation_id and p.year_id = new.id and p.code = v.stage
        and p.kind = 'federation')) then
    raise insufficient_privilege using message = 'stages that verify are stages of the federation in the plan';
  end if;
  return new;
end $$;

create or replace trigger guard_verifying_stages_insert before insert on year for each row
  when (new.verifying_stages is distinct from array['federation']) execute function app.guard_verifying_stages();
create or replace trigger guard_verifying_stages_update before update on year for each row
  when (old.verifying_stages is distinct from new.verifying_stages) execute function app.guard_verifying_stages();
