-- A draft is replaced, not deleted.
grant select, insert, update (document, based_on_year, based_on_version, revision, updated_by, updated_at) on plan_draft to giaouoc_app;
-- A published version is never edited (R6).
grant select, insert on plan_version to giaouoc_app;
-- A line's title and place may follow a new version; its code and kind may not.
grant select, insert, update (title, position) on plan_line to giaouoc_app;

-- Holds for everyone, the owner included.
create or replace function app.guard_plan_version() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = 'a published plan version is never edited';
end $$;

create or replace trigger guard_plan_version before update or delete on plan_version for each row execute function app.guard_plan_version();
