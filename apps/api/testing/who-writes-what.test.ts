import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { acceptAll, reportFor } from './entering.ts';
import { people, type People, type Person } from './people.ts';
import { publishSamplePlan } from './sample-plan.ts';

/**
 * What PostgreSQL lets the people of a federation write who are not its officer: statements of the application's role in their
 * scope, tried on every table there is, a later one too.
 */
let all: People;
let tables: { name: string; columns: string[]; changeable: string[] }[];
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
  await reportFor(all, 'A');
  await reportFor(all, 'B');
  await acceptAll(all, 'A');
  await all.officer.call.overview.remind({
    clientId: randomUUID(),
    unitIds: [all.federation.units['C']!.id],
    channel: 'product',
  });
  const rows = await all.owner<{ name: string; columns: string[]; changeable: string[] | null }[]>`
    select c.relname as name, array_agg(a.attname::text) filter (where a.attgenerated = '' and a.attidentity = '') as columns,
      array_agg(a.attname::text) filter (where has_column_privilege('giaouoc_app', c.oid, a.attnum, 'update')
        and a.attgenerated = '' and a.attidentity = '') as changeable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`;
  tables = rows.map(({ changeable, ...table }) => ({ ...table, changeable: changeable ?? [] }));
});
afterAll(() => all.close());

/** The trace that stands beside a judgement: its absence is not what is asked here. */
const trace = ({ scope }: Person, unitId: string) => sql`
  insert into audit_event (federation_id, account_id, membership_id, role, title, unit_id, action, subject, request_id)
  select ${scope.federationId}, ${scope.accountId}, ${scope.membershipId}, ${scope.role}, 'x', ${unitId}::uuid, 'assessment.undo', 'x', 'x'
  where app.has('federation.see')`;

/** Whether a statement changed a row, or would have but for something else than a right; nothing is kept. */
const writes = (who: Person, statement: ReturnType<typeof sql>): Promise<boolean> => {
  const undo = new Error('undo');
  let rows = 0;
  return inScope(all.services.db, who.scope, async (tx) => {
    for (const unitId of Object.values(all.federation.units).map((unit) => unit.id))
      await tx.execute(trace(who, unitId));
    rows = [...(await tx.execute(statement))].length;
    throw undo;
  }).catch((error: Error & { cause?: { code?: string } }) => {
    if (error === undo) return rows > 0;
    if (error.cause?.code === undefined) throw error;
    return error.cause.code !== '42501';
  });
};

/** The tables to which somebody may add a row like one that is there, change one, delete one. */
async function reach(who: Person): Promise<Record<'add' | 'change' | 'remove', string[]>> {
  const found = { add: [] as string[], change: [] as string[], remove: [] as string[] };
  for (const { name, columns, changeable } of tables) {
    const table = sql.identifier(name);
    // When it was written is the database's to say.
    const said = columns.filter((column) => column !== 'at');
    const list = sql.raw(said.map((column) => `"${column}"`).join(', '));
    const [like] = await all.owner.unsafe(`select to_jsonb(t) as row from public.${name} t limit 1`);
    const row = {
      ...(like?.['row'] as object | undefined),
      ...own(who),
      ...(name === 'federation' && { id: all.federation.id }),
    };
    const insert = sql`insert into ${table} (${list}) select ${list}
      from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::text::jsonb) returning 1`;
    if (await writes(who, insert)) found.add.push(name);
    for (const column of changeable) {
      const same = sql`update ${table} set ${sql.identifier(column)} = ${sql.identifier(column)} returning 1`;
      if (!found.change.includes(name) && (await writes(who, same))) found.change.push(name);
    }
    if (await writes(who, sql`delete from ${table} returning 1`)) found.remove.push(name);
  }
  return found;
}

/** What a row says of where it lies and who writes it, true of this person; columns that a table has not are passed over. */
const own = ({ scope }: Person) => ({
  federation_id: scope.federationId,
  account_id: scope.accountId,
  membership_id: scope.membershipId,
  role: scope.role,
});

/** Everyone's own trace and own remembered writes: what changes in one's own account leaves them. */
const ownTrace = ['audit_event', 'write'];

describe('by statements of their own', () => {
  it('a reader writes nothing but their own trace', async () => {
    expect(await reach(all.reader)).toEqual({ add: ownTrace, change: [], remove: [] });
  });

  it('a verifier writes judgements, and the points so far that follow from them', async () => {
    expect(await reach(all.verifier)).toEqual({
      add: ['assessment', ...ownTrace, 'unit_progress'].sort(),
      change: ['unit_progress'],
      remove: [],
    });
  });

  it('an officer writes all of these and more, so that the question tells them apart', async () => {
    const { add, change, remove } = await reach(all.officer);
    expect(add).toEqual(
      expect.arrayContaining(['assessment', 'membership', 'plan_version', 'pledge', 'report', 'unit', 'year_unit']),
    );
    expect(change).toEqual(expect.arrayContaining(['federation', 'membership', 'pledge', 'report', 'unit', 'year']));
    expect(remove).toEqual(expect.arrayContaining(['block', 'cluster']));
  });

  it('a verifier neither enters a figure for the federation nor takes such an entry back', async () => {
    const enter = (entered: boolean) =>
      sql`insert into assessment (federation_id, year_id, unit_id, line_code, period_code, stage, decision, entered, by_membership, by_as)
        values (${all.federation.id}, ${all.federation.yearId}, ${all.chair.unitId}, '1.1', 'hk1', 'federation', 'accepted',
          ${entered}, ${all.verifier.membershipId}, 'x') returning 1`;
    expect(await writes(all.verifier, enter(false))).toBe(true);
    expect(await writes(all.verifier, enter(true))).toBe(false);
    expect(await writes(all.officer, enter(true))).toBe(true);
    const undo = (who: Person) =>
      sql`update assessment set undone_at = now(), undone_by = ${who.membershipId} where unit_id = ${all.chair.unitId} returning 1`;
    expect(await writes(all.verifier, undo(all.verifier))).toBe(true);
    expect(await writes(all.reader, undo(all.reader))).toBe(false);
    await all.owner`update assessment set entered = true`;
    expect(await writes(all.verifier, undo(all.verifier))).toBe(false);
    expect(await writes(all.officer, undo(all.officer))).toBe(true);
    await all.owner`update assessment set entered = false`;
  });

  it('a verifier holds a year and a report while judging, and changes neither', async () => {
    for (const table of ['year', 'report']) {
      const held = sql`select 1 from ${sql.identifier(table)} for no key update`;
      expect(await writes(all.verifier, held), table).toBe(true);
      expect(await writes(all.reader, held), table).toBe(false);
    }
  });

  it('no one of them brings people in, ends their sessions or learns what they sign in with', async () => {
    for (const who of [all.verifier, all.reader, all.chair, all.province]) {
      expect(await writes(who, sql`select app.new_accounts(1)`), who.role).toBe(false);
      expect(await writes(who, sql`select 1 from app.accounts_of_federation()`), who.role).toBe(false);
      const ended = sql`select 1 where app.end_sessions_of_memberships(array[${all.chair.membershipId}::uuid]) > 0`;
      expect(await writes(who, ended), who.role).toBe(false);
    }
    expect(await writes(all.officer, sql`select 1 from app.accounts_of_federation()`)).toBe(true);
  });
});
