import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwner, type Owner } from '../../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';

/*
 * What whoever can send statements as the application's role may change, column by column, and what holds them: read from the
 * catalogue. Whose rows they reach is the policies' (walls.test.ts); that each guard refuses, guards.test.ts of the API shows.
 */

let database: TestDatabase;
let owner: Owner;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
});
afterAll(async () => {
  await owner.end({ timeout: 1 });
  await database.drop();
});

type Right = { insert?: true; update?: string; delete?: true; held?: string };

/** A table without an entry is read at most. `guard_open_year` (packages/db/sql/year.sql) holds a year's tables as well, and `guard_unit_at_work` those of its units. */
const expected: Record<string, Right> = {
  assessment: {
    held: 'guard_assessment trace_assessments',
    insert: true,
    update: 'undone_at undone_by',
  },
  audit_event: {
    held: 'guard_audit',
    insert: true,
  },
  block: {
    delete: true,
    held: 'guard_trace',
    insert: true,
    update: 'name position',
  },
  cluster: {
    delete: true,
    held: 'guard_trace',
    insert: true,
    update: 'name position',
  },
  evidence: {
    insert: true,
  },
  federation: {
    held: 'guard_trace',
    update: 'kind name place revision signs_as signs_for superior symbol',
  },
  figure: {
    held: 'guard_figure trace_figures',
    insert: true,
    update: 'entered_as entered_by entered_for note revision sending state submitted submitted_at updated_at value',
  },
  figure_evidence: {
    held: 'guard_figure_evidence guard_trace',
    insert: true,
    update: 'removed_at',
  },
  invitation: {
    held: 'guard_trace',
    insert: true,
    update: 'revoked_at',
  },
  membership: {
    held: 'guard_trace',
    insert: true,
    update: 'ended_at phone revision title',
  },
  paper_signature: {
    held: 'guard_paper_signature guard_trace',
    insert: true,
    update: 'decided_at decided_by refused_reason state',
  },
  plan_draft: {
    held: 'guard_trace',
    insert: true,
    update: 'based_on_version based_on_year document revision updated_at updated_by',
  },
  plan_line: {
    held: 'guard_trace',
    insert: true,
    update: 'position title',
  },
  plan_stage: {
    held: 'guard_trace',
    insert: true,
  },
  plan_version: {
    held: 'guard_plan_version guard_trace',
    insert: true,
  },
  pledge: {
    held: 'guard_pledge guard_trace',
    insert: true,
    update: 'changed_at content declined_reason hash revision state',
  },
  reminder: {
    held: 'guard_reminder guard_trace',
    insert: true,
    update: 'seen_at',
  },
  report: {
    held: 'guard_report guard_trace',
    insert: true,
    update: 'due_at due_reason revision state submitted_at',
  },
  signature: {
    held: 'guard_signature guard_trace',
    insert: true,
  },
  snapshot: {
    held: 'guard_trace',
    insert: true,
  },
  submission: {
    held: 'guard_submission guard_trace',
    insert: true,
    update: 'withdrawn_at withdrawn_by',
  },
  unit: {
    delete: true,
    held: 'guard_trace',
    insert: true,
    update: 'archived_at code founded_on kind name revision',
  },
  unit_progress: {
    insert: true,
    update: 'at plan_version so_far',
  },
  unit_target: {
    held: 'guard_target guard_trace',
    insert: true,
    update: 'assigned revision target unassigned_at unassigned_reason updated_at updated_by',
  },
  write: {
    insert: true,
  },
  year: {
    delete: true,
    held: 'guard_trace guard_verifying_stages guard_year_status',
    insert: true,
    update: 'from_date plan_version revision snapshot_id status title to_date verifying_stages',
  },
  year_step: {
    held: 'guard_trace',
    insert: true,
  },
  year_unit: {
    delete: true,
    held: 'guard_trace',
    insert: true,
    update: 'active_since block_code cluster_code left_out left_out_at left_out_reason previous_total revision',
  },
};

async function rights(): Promise<Record<string, Right>> {
  const rows = await owner<{ name: string; insert: boolean; update: string; delete: boolean; held: string }[]>`
    select c.relname as name, has_any_column_privilege('giaouoc_app', c.oid, 'INSERT') as insert,
      has_table_privilege('giaouoc_app', c.oid, 'DELETE') or has_table_privilege('giaouoc_app', c.oid, 'TRUNCATE') as delete,
      coalesce((select string_agg(a.attname, ' ' order by a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and has_column_privilege('giaouoc_app', c.oid, a.attnum, 'UPDATE')), '') as update,
      coalesce((select string_agg(distinct replace(replace(t.tgname, '_insert', ''), '_update', ''), ' ') from pg_trigger t
        where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled = 'O'
          and t.tgname not like 'guard_open_year%' and t.tgname not like 'guard_unit_at_work%' and t.tgname not like 'project_%'), '') as held
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
  return Object.fromEntries(
    rows
      .filter((row) => row.insert || row.delete || row.update !== '')
      .map((row) => [
        row.name,
        {
          ...(row.insert && { insert: true as const }),
          ...(row.update !== '' && { update: row.update }),
          ...(row.delete && { delete: true as const }),
          ...(row.held !== '' && { held: row.held }),
        },
      ]),
  );
}

it('the application’s role changes these columns and no others, held by these guards', async () => {
  expect(await rights()).toEqual(expected);
});

/** What changes without a trace, and why that is no harm. */
const quiet = {
  evidence: 'A file is only ever added; laying it beside a line leaves trace.',
  audit_event: 'The trail itself, of which nothing is changed.',
  submission: 'Added with the trace of sending; taking one back is held.',
  unit_progress: 'Counts for nothing, and is worked out anew from what counts whenever anyone looks.',
  write: 'What a client is answered again; its own rows alone.',
};

it('every change leaves trace, but of what is named here', async () => {
  const found = Object.entries(await rights()).filter(
    ([name, { held = '' }]) => !/\b(guard_trace|trace_\w+)\b/.test(held) && !(name in quiet),
  );
  expect(found).toEqual([]);
});

it('a right or a guard that somebody changes is found', async () => {
  await owner.unsafe(`grant update (total) on unit_score to giaouoc_app; drop trigger guard_trace on unit;
    grant delete on figure to giaouoc_app; alter table pledge disable trigger guard_pledge`);
  const now = await rights();
  const changed = Object.keys({ ...now, ...expected }).filter((name) => !isDeepStrictEqual(now[name], expected[name]));
  expect(changed.sort()).toEqual(['figure', 'pledge', 'unit', 'unit_score']);
});
