import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkChain, saidOf, type AuditEvent } from '@giaouoc/domain/audit-chain/index';
import { buildFederation, openOwner, type BuiltFederation, type Owner } from '../../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { readTrail } from './read-trail.ts';
import { trailSealer } from './seal-trails.ts';

const key = generateKeyPairSync('ed25519');
const isSigned = (hash: string, signature: string) =>
  verify(null, Buffer.from(hash), key.publicKey, Buffer.from(signature, 'base64'));
const signed = (hash: string) => sign(null, Buffer.from(hash), key.privateKey).toString('base64');

let database: TestDatabase;
let owner: Owner;
let one: BuiltFederation;
let other: BuiltFederation;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
  one = await buildFederation(owner, { code: 'hong-bang' });
  other = await buildFederation(owner, { code: 'le-chan' });
});
beforeEach(async () => {
  await owner`truncate audit_event, audit_seal`;
});
afterAll(async () => {
  await owner.end({ timeout: 1 });
  await database.drop();
});

const sealer = (options: { most?: number; patience?: number } = {}) =>
  trailSealer({ ownerUrl: database.ownerUrl, sign: signed, ...options });

/** Leaves trace as the product does, of so many changes. @returns their ids. */
async function leave(howMany: number, federation = one, asking: Pick<Owner, 'unsafe'> = owner): Promise<number[]> {
  const rows = await asking.unsafe<{ id: number }[]>(
    `insert into audit_event (federation_id, account_id, role, title, unit_id, action, subject, before, after, request_id)
     select $1, uuidv7(), 'chair', 'Chủ tịch CĐCS', $2, 'figure.save', '1.' || n || ' Đoàn viên' || chr(8232), '{"points": 4.50, "é": null}',
       case when n % 2 = 0 then '{"points": 1e2, "note": "\\ud83d\\ude00 \\"x\\""}'::jsonb end, 'r' || n
     from generate_series(1, $3) n returning id::float8 as id`,
    [federation.id, federation.units['A']!.id, howMany],
  );
  return rows.map(({ id }) => id);
}

async function verdict(code?: string) {
  return readTrail(
    database.ownerUrl,
    async ({ seals, events }) => {
      const check = checkChain(seals, isSigned);
      for await (const page of events) for (const event of page) check.see(event);
      return check.end();
    },
    code,
  );
}
const said = async () => (await verdict()).faults.map(saidOf);

describe('R5 sealing', () => {
  it('seals every federation’s own chain, in runs, and says what is not sealed yet', async () => {
    const [first, second] = [await leave(7), await leave(2, other)];
    expect(await sealer({ most: 3 })()).toEqual({ seals: 4, events: 9 });
    const late = await leave(2);
    const { faults, unsealed, ends } = await verdict();
    expect(faults).toEqual([]);
    expect(unsealed).toEqual(late);
    expect(ends).toMatchObject([
      { federation: 'hong-bang', to: first.at(-1) },
      { federation: 'le-chan', to: second.at(-1) },
    ]);
    expect((await verdict('le-chan')).ends).toHaveLength(1);
    expect((await verdict('le-chan')).unsealed).toEqual([]);
    expect(await owner`select 1 from audit_seal where jsonb_array_length(events) > 3`).toEqual([]);
    expect(await sealer()()).toEqual({ seals: 1, events: 2 });
    expect(await verdict()).toMatchObject({ faults: [], unsealed: [] });
  });

  it('an event is as the format says, to the byte', async () => {
    const [id] = await leave(1);
    await owner`update audit_event set at = '2026-12-01 12:08:38.12+07', account_id = '01938f00-0000-7000-8000-0000000000ab'`;
    const found: AuditEvent[] = [];
    await readTrail(database.ownerUrl, async ({ events }) => {
      for await (const page of events) found.push(...page);
    });
    expect(found[0]).toEqual({
      federation: 'hong-bang',
      id: id!,
      at: '2026-12-01T05:08:38.120000Z',
      account: '01938f00-0000-7000-8000-0000000000ab',
      membership: null,
      role: 'chair',
      title: 'Chủ tịch CĐCS',
      unit: one.units['A']!.id,
      year: null,
      action: 'figure.save',
      subject: '1.1 Đoàn viên\u2028',
      before: { points: 4.5, é: null },
      after: null,
      request: 'r1',
    } satisfies AuditEvent);
  });

  it('a minute in which nothing happened writes nothing and looks at no federation', async () => {
    await leave(3);
    const seal = sealer();
    await seal();
    expect(await seal()).toEqual({ seals: 0, events: 0 });
    // Whoever sealed up to here asks no further: what the owner takes away behind its back does not come again.
    await owner`delete from audit_seal`;
    expect(await seal()).toEqual({ seals: 0, events: 0 });
    await leave(1);
    expect(await seal()).toEqual({ seals: 1, events: 4 });
  });

  it('waits for a transaction that has taken a lower id and is not committed', async () => {
    const seal = sealer({ patience: 300 });
    const before = await leave(2);
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    let lower: number[] = [];
    const { promise: taken, resolve: hasTaken } = Promise.withResolvers<void>();
    const slow = owner.begin(async (tx) => {
      lower = await leave(1, one, tx);
      hasTaken();
      await held;
    });
    await taken;
    const higher = await leave(1);
    expect(higher[0]).toBeGreaterThan(lower[0]!);
    // Nothing above it may be sealed, though it is committed and there to read.
    await seal();
    expect((await verdict()).unsealed).toEqual([...before, ...higher]);
    go();
    await slow;
    expect(await seal()).toEqual({ seals: 1, events: 4 });
    expect(await verdict()).toMatchObject({ faults: [], unsealed: [] });
    const [row] = await owner<{ ids: number[] }[]>`
      select array(select (e->>0)::float8 from jsonb_array_elements(events) e) as ids from audit_seal`;
    expect(row!.ids).toEqual([...before, ...lower, ...higher]);
  });

  it('also for one that has taken an id and no transaction id yet, and for one that takes its id back', async () => {
    const seal = sealer({ patience: 100 });
    await leave(1);
    await owner.begin(async (tx) => {
      // As between the two steps of an insert: the lock and the id, and nothing written.
      await tx`lock table audit_event in row exclusive mode`;
      await tx`select nextval('audit_event_id_seq')`;
      const higher = await leave(1);
      expect(await seal()).toEqual({ seals: 0, events: 0 });
      expect((await verdict()).unsealed).toContain(higher[0]);
    });
    const undone = owner.begin(async (tx) => {
      await leave(1, one, tx);
      throw new Error('refused');
    });
    await expect(undone).rejects.toThrow('refused');
    expect(await seal()).toEqual({ seals: 1, events: 2 });
    expect(await verdict()).toMatchObject({ faults: [], unsealed: [] });
  });

  it('of transactions that overlap for ever, each is waited for once', async () => {
    const seal = sealer({ patience: 100 });
    const hold = async () => {
      let go = () => {};
      const held = new Promise<void>((resolve) => (go = resolve));
      const { promise: taken, resolve } = Promise.withResolvers<void>();
      const done = owner.begin(async (tx) => {
        await leave(1, other, tx);
        resolve();
        await held;
      });
      await taken;
      return async () => (go(), done);
    };
    const first = await leave(1);
    const endA = await hold();
    expect(await seal()).toEqual({ seals: 0, events: 0 });
    const endB = await hold();
    await endA();
    expect(await seal()).toEqual({ seals: 2, events: 2 });
    expect((await verdict()).ends.find(({ federation }) => federation === 'hong-bang')?.to).toBe(first[0]);
    await endB();
    await seal();
    expect(await verdict()).toMatchObject({ faults: [], unsealed: [] });
  });

  it('two processes at it while others write make one chain of each federation', async () => {
    let writing = true;
    const writers = Array.from({ length: 2 }, async (_, n) => {
      while (writing)
        await owner.begin(async (tx) => {
          await leave(1, n === 0 ? one : other, tx);
          await leave(1, one, tx);
        });
    });
    const sealing = Array.from({ length: 2 }, async () => {
      const seal = sealer({ most: 7 });
      for (let turn = 0; turn < 15; turn += 1) await seal();
    });
    await Promise.all(sealing);
    writing = false;
    await Promise.all(writers);
    await sealer()();
    const all = await verdict();
    expect(all).toMatchObject({ faults: [], unsealed: [] });
    expect(all.heads.size).toBeGreaterThan(4);
  });
});

describe('R5 whoever owns the database changes nothing in silence', () => {
  let ids: number[];
  let seals: { from: number }[];
  beforeEach(async () => {
    ids = await leave(9);
    await sealer({ most: 3 })();
    seals = await owner<{ from: number }[]>`select from_id::float8 as from from audit_seal order by to_id`;
    expect(await said()).toEqual([]);
  });

  it.each([
    ['subject', `subject = subject || ' '`],
    ['moment', `at = at + interval '1 microsecond'`],
    ['person', `account_id = null`],
    ['what was before', `before = before || '{"points": 4.51}'`],
    ['what came after', `after = '{}'`],
    ['year', `year_id = uuidv7()`],
    ['request', `request_id = 'r'`],
  ])('a byte of an event: its %s', async (_, change) => {
    await owner.unsafe(`update audit_event set ${change} where id = $1`, [ids[4]!]);
    expect(await said()).toEqual([`event ${ids[4]}: changed`]);
  });

  it('an event gone, or put elsewhere', async () => {
    await owner`delete from audit_event where id = ${ids[4]!}`;
    expect(await said()).toEqual([`event ${ids[4]}: missing`]);
    await owner`update audit_event set federation_id = ${other.id} where id = ${ids[6]!}`;
    expect(await said()).toEqual([`event ${ids[4]}: missing`, `event ${ids[6]}: missing`]);
  });

  it('an event put in between, where an id was left out', async () => {
    await owner`delete from audit_seal`;
    await owner`delete from audit_event where id = ${ids[4]!}`;
    await sealer({ most: 3 })();
    expect(await said()).toEqual([]);
    await owner`insert into audit_event overriding system value
      select (jsonb_populate_record(a, jsonb_build_object('id', ${ids[4]!}::bigint))).* from audit_event a where id = ${ids[3]!}`;
    expect(await said()).toEqual([`event ${ids[4]}: inserted`]);
  });

  it('a seal gone', async () => {
    await owner`delete from audit_seal where from_id = ${seals[1]!.from}`;
    expect(await said()).toEqual([
      `seal ${seals[2]!.from}: does not follow`,
      ...ids.slice(3, 6).map((id) => `event ${id}: inserted`),
    ]);
  });

  it('the newest seal gone: its events are unsealed, and the head that was published is in no seal', async () => {
    const { head } = (await verdict()).ends[0]!;
    await owner`delete from audit_seal where from_id = ${seals[2]!.from}`;
    const { faults, unsealed, heads } = await verdict();
    expect([faults, unsealed]).toEqual([[], ids.slice(6)]);
    expect(heads.has(head)).toBe(false);
  });

  it.each([
    ['head', `head = translate(head, '01', '10')`, ['head differs', 'not signed']],
    ['head before', `previous = translate(previous, '01', '10')`, ['does not follow', 'head differs', 'not signed']],
    ['moment', `at = at + interval '1 microsecond'`, ['not signed']],
    ['range', `to_id = to_id - 1`, ['range differs', 'not signed']],
    ['list', `events = events - 1`, ['head differs', 'not signed']],
    ['list, by something that is none', `events = '{}'`, ['range differs', 'head differs', 'not signed']],
    ['signature', `signature = (select signature from audit_seal order by to_id desc limit 1)`, ['not signed']],
  ])('a seal’s %s', async (_, change, faults) => {
    await owner.unsafe(`update audit_seal set ${change} where from_id = $1`, [seals[1]!.from]);
    const its = (await said()).filter((line) => line.startsWith(`seal ${seals[1]!.from}:`));
    expect(its).toEqual(faults.map((fault) => `seal ${seals[1]!.from}: ${fault}`));
  });

  it('an event changed and sealed anew, without the server’s key', async () => {
    await owner`update audit_event set subject = 'x' where id = ${ids[4]!}`;
    await owner`delete from audit_seal where from_id >= ${seals[1]!.from}`;
    const foreign = generateKeyPairSync('ed25519');
    await trailSealer({
      ownerUrl: database.ownerUrl,
      sign: (hash) => sign(null, Buffer.from(hash), foreign.privateKey).toString('base64'),
    })();
    expect(await said()).toEqual([`seal ${seals[1]!.from}: not signed`]);
  });
});
