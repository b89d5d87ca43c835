import fc from 'fast-check';
import { expect } from 'vitest';
import { property } from '../../testing/property.ts';
import { checkChain, saidOf, sealEvents, signedOf, type AuditEvent, type Seal } from './index.ts';

// A signature that only this file can make of a hash stands for the server's key.
const sign = (hash: string): string => `signed ${hash}`;
const isSigned = (hash: string, signature: string): boolean => signature === sign(hash);

const uuid = fc.uuid();
const moment = fc
  .integer({ min: 0, max: 999_999 })
  .map((micros) => `2026-12-01T05:08:38.${String(micros).padStart(6, '0')}Z`);
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const event = fc.record({
  id: fc.integer({ min: 1, max: 1000 }),
  at: moment,
  account: fc.option(uuid),
  membership: fc.option(uuid),
  role: fc.constantFrom('officer', 'chair'),
  title: text,
  unit: fc.option(uuid),
  year: fc.option(uuid),
  action: fc.constantFrom('figure.save', 'pledge.sign'),
  subject: text,
  before: fc.jsonValue({ maxDepth: 2 }),
  after: fc.jsonValue({ maxDepth: 2 }),
  request: text,
});

type Trail = { events: AuditEvent[]; seals: Seal[] };

/** Events of one federation, sealed in runs of given lengths; what comes after the last run is not sealed. */
const trail = fc
  .tuple(
    fc.uniqueArray(event, { minLength: 4, maxLength: 20, selector: ({ id }) => id }),
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([drawn, runs]): Trail => {
    // Through JSON, as events come from files and from PostgreSQL: without -0 and the like.
    const plain = JSON.parse(JSON.stringify(drawn)) as Omit<AuditEvent, 'federation'>[];
    const events = plain.map((one) => ({ federation: 'hong-bang', ...one })).sort((a, b) => a.id - b.id);
    const seals: Seal[] = [];
    let from = 0;
    for (const length of runs) {
      const run = events.slice(from, (from += length));
      if (run.length === 0) break;
      const seal = sealEvents(run, '2026-12-01T06:00:00.000000Z', seals.at(-1)?.head);
      seals.push({ ...seal, signature: sign(signedOf(seal)) });
    }
    return { events, seals };
  });

const verdictOf = ({ events, seals }: Trail) => {
  const check = checkChain(seals, isSigned);
  for (const one of events) check.see(one);
  return check.end();
};
const said = (given: Trail) => verdictOf(given).faults.map(saidOf);
const lastSealed = ({ seals }: Trail) => seals.at(-1)!.to;
const sealed = (given: Trail) => given.events.filter(({ id }) => id <= lastSealed(given));
const pick = fc.nat();

property('what was sealed holds, and only what comes after is unsealed', 200, trail, (given) => {
  const verdict = verdictOf(given);
  expect(verdict.faults).toEqual([]);
  expect(verdict.unsealed).toEqual(given.events.map(({ id }) => id).filter((id) => id > lastSealed(given)));
  expect(verdict.ends).toMatchObject([{ federation: 'hong-bang', to: lastSealed(given) }]);
});

property('events are found in any order', 100, fc.tuple(trail, fc.infiniteStream(pick)), ([given, numbers]) => {
  const events = given.events
    .map((one) => ({ one, key: numbers.next().value as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
  expect(verdictOf({ ...given, events })).toEqual(verdictOf(given));
});

const otherValue = (key: keyof AuditEvent, value: unknown): unknown => {
  if (key === 'at')
    return value === '2026-12-01T05:08:38.000000Z' ? '2026-12-01T05:08:38.000001Z' : '2026-12-01T05:08:38.000000Z';
  if (key === 'before' || key === 'after') return { of: value };
  if (value === null) return '01938f00-0000-7000-8000-000000000015';
  return `${String(value)}!`;
};

property(
  'a sealed event of which any one thing is another is named',
  400,
  fc.tuple(trail, pick, pick),
  ([given, at, which]) => {
    const among = sealed(given);
    const { id } = among[at % among.length]!;
    const keys = (Object.keys(among[0]!) as (keyof AuditEvent)[]).filter((key) => key !== 'id' && key !== 'federation');
    const key = keys[which % keys.length]!;
    const events = given.events.map((one) => (one.id === id ? { ...one, [key]: otherValue(key, one[key]) } : one));
    expect(said({ ...given, events })).toEqual([`event ${id}: changed`]);
  },
);

property(
  'a sealed event that is gone, or is another federation’s now, is named',
  200,
  fc.tuple(trail, pick),
  ([given, at]) => {
    const among = sealed(given);
    const { id } = among[at % among.length]!;
    expect(said({ ...given, events: given.events.filter((one) => one.id !== id) })).toEqual([`event ${id}: missing`]);
    const moved = given.events.map((one) => (one.id === id ? { ...one, federation: 'le-chan' } : one));
    expect(said({ ...given, events: moved })).toEqual([`event ${id}: missing`]);
  },
);

property(
  'an event put into what is sealed is named, also one given twice',
  200,
  fc.tuple(trail, event),
  ([given, drawn]) => {
    const one = { federation: 'hong-bang', ...(JSON.parse(JSON.stringify(drawn)) as Omit<AuditEvent, 'federation'>) };
    const known = given.events.some(({ id }) => id === one.id);
    const free = known || one.id <= lastSealed(given);
    expect(said({ ...given, events: [...given.events, one] })).toEqual(free ? [`event ${one.id}: inserted`] : []);
  },
);

property(
  'an event with another id is gone there and stands where nobody sealed it',
  200,
  fc.tuple(trail, pick),
  ([given, at]) => {
    const among = sealed(given);
    const { id } = among[at % among.length]!;
    const events = given.events.map((one) => (one.id === id ? { ...one, id: 5000 } : one));
    const verdict = verdictOf({ ...given, events });
    expect(verdict.faults.map(saidOf)).toEqual([`event ${id}: missing`]);
    expect(verdict.unsealed).toContain(5000);
  },
);

const otherHex = (hex: string) => (hex.startsWith('0') ? `1${hex.slice(1)}` : `0${hex.slice(1)}`);
const changes: Record<string, (seal: Seal) => Seal> = {
  from: (seal) => ({ ...seal, from: seal.from - 1 }),
  to: (seal) => ({ ...seal, to: seal.to + 1 }),
  previous: (seal) => ({ ...seal, previous: otherHex(seal.previous) }),
  head: (seal) => ({ ...seal, head: otherHex(seal.head) }),
  at: (seal) => ({ ...seal, at: '2026-12-01T06:00:00.000001Z' }),
  leaf: (seal) => ({ ...seal, events: seal.events.map(([id, leaf]) => [id, otherHex(leaf)] as [number, string]) }),
  id: (seal) => ({ ...seal, events: seal.events.map(([id, leaf]) => [id + 1, leaf] as [number, string]) }),
  fewer: (seal) => ({ ...seal, events: seal.events.slice(1) }),
  signature: (seal) => ({ ...seal, signature: sign('sha256:0') }),
  unsigned: (seal) => ({ ...seal, signature: '' }),
  federation: (seal) => ({ ...seal, federation: 'le-chan' }),
};

property(
  'a seal of which any one thing is another is named',
  400,
  fc.tuple(trail, pick, fc.constantFrom(...Object.keys(changes))),
  ([given, at, what]) => {
    const place = at % given.seals.length;
    const seals = given.seals.map((seal, index) => (index === place ? changes[what]!(seal) : seal));
    const verdict = verdictOf({ ...given, seals });
    const its = verdict.faults.filter(({ of, id }) => of === 'seal' && id === seals[place]!.from);
    expect(its.map(({ fault }) => fault)).toContain('not signed');
  },
);

property(
  'a seal signed again by someone else’s rules is found by its neighbours',
  200,
  fc.tuple(trail, pick),
  ([given, at]) => {
    const place = at % given.seals.length;
    const next = given.seals[place + 1];
    fc.pre(next !== undefined);
    const { signature: _, ...forged } = { ...given.seals[place]!, head: otherHex(given.seals[place]!.head) };
    const seals = given.seals.with(place, { ...forged, signature: sign(signedOf(forged)) });
    expect(said({ ...given, seals })).toEqual([
      `seal ${forged.from}: head differs`,
      `seal ${next!.from}: does not follow`,
    ]);
  },
);

property(
  'a seal that is gone is named by the next one, or its events are unsealed again',
  200,
  fc.tuple(trail, pick),
  ([given, at]) => {
    const place = at % given.seals.length;
    const gone = given.seals[place]!;
    const next = given.seals[place + 1];
    const verdict = verdictOf({ ...given, seals: given.seals.toSpliced(place, 1) });
    const ids = gone.events.map(([id]) => id);
    if (next)
      expect(verdict.faults.map(saidOf)).toEqual([
        `seal ${next.from}: does not follow`,
        ...ids.map((id) => `event ${id}: inserted`),
      ]);
    else {
      expect(verdict.unsealed.slice(0, ids.length)).toEqual(ids);
      // A head that was published once tells it.
      expect(verdict.heads.has(gone.head)).toBe(false);
    }
  },
);

property('two seals exchanged, or one given twice, do not follow', 100, fc.tuple(trail, pick), ([given, at]) => {
  const place = at % given.seals.length;
  const twice = [...given.seals, given.seals[place]!];
  expect(said({ ...given, seals: twice })).toContain(`seal ${given.seals[place]!.from}: does not follow`);
  if (given.seals.length < 2) return;
  expect(said({ ...given, seals: given.seals.toReversed() })).toContain(
    `seal ${given.seals.at(-1)!.from}: does not follow`,
  );
});
