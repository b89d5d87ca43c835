-- A stored file is never edited (R7).
grant select, insert on evidence to giaouoc_app;
grant select, insert, update (removed_at) on figure_evidence to giaouoc_app;

-- Files beside lines: the unit's own, none added to or taken from a line that was sent, and not more than anyone looks
-- through. Requests of one line take turns, so that two at one moment cannot be more than two after each other. Two answers that
-- an honest client can meet, when two of its requests cross, have codes of their own (apps/api/src/trpc/guarded.ts): GU001, the
-- line was sent; GU002, too many files.
create or replace function app.guard_figure_evidence() returns trigger language plpgsql as $$
declare standing text;
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return new; end if;
  if tg_op = 'INSERT' then
    -- An upsert of a row that is there comes by as an update next.
    if exists (select 1 from figure_evidence l where l.federation_id = new.federation_id and l.year_id = new.year_id
               and l.unit_id = new.unit_id and l.line_code = new.line_code and l.period_code = new.period_code
               and l.evidence_id = new.evidence_id) then
      return new;
    end if;
    if not exists (select 1 from evidence e where e.federation_id = new.federation_id and e.id = new.evidence_id
                   and e.unit_id = new.unit_id) then
      raise insufficient_privilege using message = 'a file speaks for the unit that sent it';
    end if;
  else
    if (new.federation_id, new.year_id, new.unit_id, new.line_code, new.period_code, new.evidence_id, new.added_at)
       is distinct from (old.federation_id, old.year_id, old.unit_id, old.line_code, old.period_code, old.evidence_id, old.added_at) then
      raise insufficient_privilege using message = 'a file is taken away from one line and laid beside another';
    end if;
    if (new.removed_at is null) = (old.removed_at is null) then return old; end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('|', new.unit_id, new.line_code, new.period_code), 11));
  -- Waits for a submission that is under way.
  perform from figure f
    where f.federation_id = new.federation_id and f.year_id = new.year_id and f.unit_id = new.unit_id
      and f.line_code = new.line_code and f.period_code = new.period_code for share;
  standing := app.verified_status(new.federation_id, new.year_id, new.unit_id, new.line_code, new.period_code);
  if standing in ('submitted', 'resubmitted') or (app.acts_for_unit() and standing in ('accepted', 'adjusted')) then
    raise exception using errcode = 'GU001', message = 'what was sent keeps its files';
  end if;
  if new.removed_at is null and (
      select count(*) from figure_evidence l where l.federation_id = new.federation_id and l.year_id = new.year_id
        and l.unit_id = new.unit_id and l.line_code = new.line_code and l.period_code = new.period_code
        and l.removed_at is null) >= 40 then
    raise exception using errcode = 'GU002', message = 'more files than anyone looks through';
  end if;
  return new;
end $$;

create or replace trigger guard_figure_evidence before insert or update on figure_evidence for each row execute function app.guard_figure_evidence();
