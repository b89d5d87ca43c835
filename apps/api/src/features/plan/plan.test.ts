import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { setLine, setRule } from '@giaouoc/domain/plan/edit/lines';
import { emptyPlan } from '@giaouoc/domain/plan/empty-plan';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import { people, type People, type Person } from '../../../testing/people.ts';
import { document, line, plan } from '../../../testing/plan-of-ten-points.ts';
import { inScope } from '@giaouoc/db';

let all: People;
let yearId: string;
beforeAll(async () => {
  all = await people();
  ({ yearId } = all.federation);
});
afterAll(() => all.close());

const id = () => randomUUID();
const current = async (who: Person = all.officer, year = yearId) => who.call.plan.get({ yearId: year });
const revisionNow = async () => (await current()).draft?.revision ?? 0;
const save = async (saved: PlanDocument) =>
  all.officer.call.plan.saveDraft({ clientId: id(), yearId, revision: await revisionNow(), document: saved });
const upload = async (json: unknown) =>
  all.officer.call.plan.upload({
    clientId: id(),
    yearId,
    revision: await revisionNow(),
    text: typeof json === 'string' ? json : JSON.stringify(json),
  });
const publish = async (more: { clientId?: string; note?: string } = {}) =>
  all.officer.call.plan.publish({ clientId: id(), yearId, revision: await revisionNow(), ...more });
const refusal = (code: string, more: object = {}) => expect.objectContaining({ refusal: code, ...more }) as Error;

describe('before anything is written', () => {
  it('there is the year with its blocks and nothing else', async () => {
    expect(await current()).toMatchObject({
      year: { id: yearId, code: '2026-2027' },
      blocks: [
        { code: 'th', units: 3 },
        { code: 'mn', units: 0 },
      ],
      clusters: [{ code: 'cum-1', units: 3 }],
      draft: null,
      versions: [],
      sources: [],
      faults: [],
    });
    expect(await all.chair.call.plan.follow({ yearId })).toBeNull();
  });

  it('nothing can be saved or published', async () => {
    const saving = all.officer.call.plan.saveDraft({ clientId: id(), yearId, revision: 1, document });
    await expect(saving).rejects.toEqual(refusal('stale-revision'));
    const publishing = all.officer.call.plan.publish({ clientId: id(), yearId, revision: 1 });
    await expect(publishing).rejects.toEqual(refusal('stale-revision'));
  });
});

describe('the draft', () => {
  it('starts from the year, once for one id', async () => {
    const input = { clientId: id(), yearId, revision: 0, source: { kind: 'empty' } } as const;
    const first = await all.officer.call.plan.start(input);
    expect(await all.officer.call.plan.start(input)).toEqual(first);
    const { draft, faults } = await current();
    expect(draft).toMatchObject({ revision: 1, savedBy: all.officer.scope.title });
    expect(draft?.document.scoring).toMatchObject({
      from: '2026-09-01',
      to: '2027-08-31',
      title: 'Kế hoạch thi đua năm học 2026–2027',
    });
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/scoring/scale/base']);
  });

  it('is saved with faults, and says them', async () => {
    const half = structuredClone(document);
    half.scoring.groups[0]!.lines!.push(line('1.3', '', { rule: { kind: 'count', each: 'nửa' } }));
    const { revision } = await save(half);
    const read = await current();
    expect(read.draft).toMatchObject({ revision, document: half });
    const pointers = read.faults.map(({ pointer }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(['/scoring/groups/0/lines/2/max', '/scoring/groups/0/lines/2/rule/each']),
    );
    expect(read.faults.every(({ message }) => message.length > 10)).toBe(true);
  });

  it('gives both versions to whoever saw an older one', async () => {
    const revision = await revisionNow();
    await save(document);
    const mine = { ...document, scoring: { ...plan, title: 'Của tôi' } };
    const late = all.officer.call.plan.saveDraft({ clientId: id(), yearId, revision, document: mine });
    await expect(late).rejects.toEqual(
      refusal('stale-revision', {
        detail: { revision: revision + 1 },
        current: expect.objectContaining({ revision: revision + 1, document }),
      }),
    );
  });

  it('leaves a trace of the places that changed', async () => {
    await save({ ...document, scoring: { ...plan, title: 'Tên mới' } });
    const [trace] =
      await all.owner`select before, after from audit_event where federation_id = ${all.federation.id} and action = 'plan.write' order by at desc, id desc limit 1`;
    expect(trace).toEqual({ before: { '/scoring/title': plan.title }, after: { '/scoring/title': 'Tên mới' } });
    await save(document);
  });

  it.each([
    ['nothing of a plan', {}],
    [
      'lines without rules',
      {
        ...document,
        scoring: {
          ...plan,
          groups: [{ code: '1', title: '', lines: [{ code: 'x', title: '', kind: 'task', max: '1' }] }],
        },
      },
    ],
    [
      'a kind of rule nobody knows',
      {
        ...document,
        scoring: {
          ...plan,
          groups: [{ code: '1', title: '', lines: [{ ...line('x', '1'), rule: { kind: 'magic' } }] }],
        },
      },
    ],
    ['more than a megabyte', { ...document, scoring: { ...plan, title: 'a'.repeat(1_100_000) } }],
    ['a character that cannot be stored', { ...document, scoring: { ...plan, title: 'a\u0000b' } }],
    [
      'groups in groups without end',
      { ...document, deep: Array.from({ length: 60 }).reduce<unknown>((inner) => [inner], []) },
    ],
  ])('does not take %s', async (_what, broken) => {
    const before = await current();
    await expect(save(broken as PlanDocument)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await current()).toEqual(before);
  });
});

describe('a file', () => {
  const real = JSON.parse(
    readFileSync(
      new URL('../../../../../packages/domain/conformance/real-05-02-truong-hoc.year.json', import.meta.url),
      'utf8',
    ),
  ) as YearFile;

  it.each([
    ['plan', plan],
    ['year', { format: 'giaouoc-year/1', plan, units: [], figures: [] }],
    ['document', document],
  ])('holding a %s becomes the draft', async (kind, json) => {
    await save({ ...document, scoring: { ...plan, title: 'Trước khi tải lên' } });
    const done = await upload(json);
    expect(done).toMatchObject({ kind, faults: [], revision: await revisionNow() });
    expect((await current()).draft?.document).toEqual(document);
  });

  it('of a whole real year brings its plan, with the faults it has here', async () => {
    const done = await upload(`\uFEFF${JSON.stringify(real)}`);
    expect(done.kind).toBe('year');
    expect(done.revision).not.toBeNull();
    expect((await current()).draft?.document.scoring).toEqual(real.plan);
    await save(document);
  });

  it('that is broken changes nothing and lists everything', async () => {
    const before = await current();
    const broken = { ...plan, grades: [], from: '2026-02-30', scale: {}, groups: [{ ...plan.groups[0], extra: 1 }] };
    const done = await upload(broken);
    expect(done.revision).toBeNull();
    expect(done.faults.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/grades', '/from', '/scale', '/groups/0/extra']),
    );
    expect(await current()).toEqual(before);
  });

  it.each([
    ['no JSON', '{"scoring": ', 'not-json'],
    ['an empty text', '', 'not-json'],
    ['too much', JSON.stringify({ ...plan, title: 'a'.repeat(1_200_000) }), 'too-large'],
    ['too deep', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'too-deep'],
    ['what cannot be stored', JSON.stringify({ ...plan, title: 'a\u0000' }), 'not-text'],
  ])('that is %s is refused with its reason', async (_what, text, code) => {
    const done = await upload(text);
    expect(done.revision).toBeNull();
    expect(done.faults).toEqual([expect.objectContaining({ code })]);
  });
});

describe('publishing', () => {
  it('is refused with all faults, and then nothing is published', async () => {
    await save({
      ...document,
      scoring: { ...plan, scale: { base: '11' }, grades: [{ code: 'A', title: 'A', from: '5' }] },
    });
    const faults = (await current()).faults;
    expect(faults.length).toBeGreaterThan(1);
    await expect(publish()).rejects.toEqual(refusal('plan-invalid', { current: { faults } }));
    expect((await current()).versions).toEqual([]);
  });

  it('is refused while it rests on what cannot be played yet, and says what to choose', async () => {
    const cross = { code: 'cross', title: 'Chấm chéo' } as const;
    const conduct = { ...document.conduct, stages: [cross], countsFrom: cross.code };
    const quota = { code: 'q1', grade: 'HTT', of: 'graded', share: '0.3' };
    const quotas = [{ ...quota, ...({ within: 'block', rounding: 'floor', ties: 'decide' } as const) }];
    const ranking = { within: 'block', by: ['total', 'lot'], tie: 'shared' } as const;
    await save({ scoring: { ...plan, quotas, ranking: { ...ranking, by: [...ranking.by] } }, conduct });
    const { faults, warnings } = await current();
    expect(faults.map(({ code }) => code)).toEqual([
      'stage-not-playable',
      'ties-not-playable',
      'ranking-key-not-playable',
    ]);
    expect(faults[0]?.message).toContain('Thêm bước “Công đoàn cấp trên thẩm định” trước bước này');
    // 0.9 of three units, rounded down: nobody in that block could have the grade.
    expect(warnings.find(({ code }) => code === 'quota-no-room')).toMatchObject({ params: { place: 'th', units: 3 } });
    await expect(publish()).rejects.toEqual(refusal('plan-invalid', { current: { faults } }));
  });

  it('makes version 1 once, however often it is pressed', async () => {
    await save(document);
    const input = { clientId: id(), yearId, revision: await revisionNow(), note: 'Bản đầu' };
    const [first, second] = await Promise.all([
      all.officer.call.plan.publish(input),
      all.officer.call.plan.publish(input),
    ]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ version: 1, engine: '1', changes: [] });
    expect(first.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    const read = await current();
    expect(read.versions).toEqual([
      expect.objectContaining({ version: 1, hash: first.hash, note: 'Bản đầu', publishedBy: all.officer.scope.title }),
    ]);
    expect(read.publishedCodes).toEqual(['1.1', '1.2', 'T.1']);
    expect(await all.officer.call.plan.version({ yearId, version: 1 })).toMatchObject({ document, hash: first.hash });
    const other = all.officer.call.plan.publish({ ...input, note: 'Khác' });
    await expect(other).rejects.toEqual(refusal('replayed-with-other-content'));
  });

  it('writes lines, the year’s version and everyone’s score with it', async () => {
    const lines =
      await all.owner`select code, kind, position, since_version from plan_line where year_id = ${yearId} order by position`;
    expect(lines.map((row) => [row['code'], row['kind'], row['position'], row['since_version']])).toEqual([
      ['1.1', 'target', 0, 1],
      ['1.2', 'task', 1, 1],
      ['T.1', 'target', 2, 1],
    ]);
    const scores = await all.owner`select plan_version from unit_score where year_id = ${yearId}`;
    expect(scores.map((row) => row['plan_version'])).toEqual([1, 1, 1]);
  });

  it('needs something new', async () => {
    await expect(publish()).rejects.toEqual(refusal('plan-unchanged'));
  });

  it('keeps what a code means', async () => {
    const other = setRule(document, '1.2', { kind: 'judged' });
    if (!other.ok) throw new Error(other.code);
    await save(other.value);
    await expect(publish()).rejects.toEqual(refusal('line-meaning-changed', { detail: { lines: ['1.2'] } }));
    await save({ ...document, scoring: { ...plan, code: 'ma-khac' } });
    await expect(publish()).rejects.toEqual(refusal('plan-code-changed'));
  });

  it('makes version 2 of other words and points, and scores everyone with it', async () => {
    const [first, second] = [
      setLine(document, '1.1', { max: '7', title: 'Tên khác' }),
      setLine(document, '1.2', { max: '3' }),
    ];
    if (!first.ok || !second.ok) throw new Error('the line is gone');
    const both = setLine(first.value, '1.2', { max: '3' });
    if (!both.ok) throw new Error(both.code);
    await save(both.value);
    const done = await publish();
    expect(done).toMatchObject({ version: 2 });
    expect(done.changes.map(({ code, field }) => `${code} ${field}`)).toEqual(['1.1 title', '1.1 max', '1.2 max']);
    const [row] =
      await all.owner`select title, since_version from plan_line where year_id = ${yearId} and code = '1.1'`;
    expect(row).toEqual({ title: 'Tên khác', since_version: 1 });
    const scores = await all.owner`select distinct plan_version from unit_score where year_id = ${yearId}`;
    expect(scores.map((one) => one['plan_version'])).toEqual([2]);
    expect(await all.officer.call.plan.version({ yearId, version: 1 })).toMatchObject({ document });
  });

  it('a version can be gone back to as a draft, and compared', async () => {
    const source = { kind: 'version', yearId, version: 1 } as const;
    await all.officer.call.plan.start({ clientId: id(), yearId, revision: await revisionNow(), source });
    const read = await current();
    expect(read.draft?.document).toEqual(document);
    expect(read.base).toMatchObject({ yearId, version: 2 });
  });

  it('cannot be changed afterwards, not even past the procedures', async () => {
    const change = inScope(all.services.db, all.officer.scope, (tx) =>
      tx.execute(`update plan_version set note = 'x'`),
    );
    await expect(change).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('another year', () => {
  it('begins as a copy of this one, its days moved', async () => {
    const [next] = await all.owner<{ id: string }[]>`insert into year (federation_id, code, title, from_date, to_date)
      values (${all.federation.id}, '2027-2028', 'Năm học 2027–2028', '2027-09-01', '2028-08-31') returning id`;
    const source = { kind: 'version', yearId, version: 2 } as const;
    await all.officer.call.plan.start({ clientId: id(), yearId: next!.id, revision: 0, source });
    const read = await current(all.officer, next!.id);
    expect(read.draft?.document.scoring).toMatchObject({
      from: '2027-09-01',
      to: '2028-08-31',
      title: 'Kế hoạch thi đua năm học 2027–2028',
    });
    expect(read.draft?.document.conduct.periods).toEqual([
      expect.objectContaining({ from: '2027-09-01', due: '2028-08-31T17:00' }),
    ]);
    expect(read.base).toMatchObject({ yearId, version: 2, yearTitle: 'Năm học 2026–2027' });
    // The older year is still read and written as itself, and no question or write can leave its year out.
    expect((await current()).year.id).toBe(yearId);
    const { get, saveDraft, publish } = all.officer.bare.plan;
    await expect(get({} as never)).rejects.toEqual(expect.objectContaining({ code: 'BAD_REQUEST' }));
    const { document: written } = read.draft!;
    await expect(saveDraft({ clientId: id(), revision: 1, document: written } as never)).rejects.toThrow();
    await expect(publish({ clientId: id(), revision: 1 } as never)).rejects.toThrow();
  });
});

it('an empty plan of the domain is what an empty start gives', async () => {
  const [other] = await all.owner<{ id: string }[]>`insert into year (federation_id, code, title, from_date, to_date)
    values (${all.federation.id}, '2025', 'Năm 2025', '2025-01-01', '2025-12-31') returning id`;
  await all.officer.call.plan.start({ clientId: id(), yearId: other!.id, revision: 0, source: { kind: 'empty' } });
  const { draft } = await current(all.officer, other!.id);
  const { code } = draft!.document.scoring;
  expect(draft?.document).toEqual(
    emptyPlan({ code, title: 'Kế hoạch thi đua năm 2025', from: '2025-01-01', to: '2025-12-31' }),
  );
});
