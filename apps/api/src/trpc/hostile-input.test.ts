import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { lockYear } from '@giaouoc/db/queries/year';
import { people, type People } from '../../testing/people.ts';
import { dot } from '../../testing/photo.ts';
import { publishSamplePlan } from '../../testing/sample-plan.ts';
import { storable } from './storable.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

const id = () => randomUUID();
const typed = (line: string, fields: Record<string, string | string[]>, note?: string) => ({
  line,
  period: 'hk1',
  fields,
  seen: 0,
  ...(note === undefined ? {} : { note }),
});
function upload(fields: [string, string][], name = 'anh.png'): FormData {
  const form = new FormData();
  form.append('file', new File([dot], name));
  for (const [field, value] of fields) form.append(field, value);
  return form;
}
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { refusal?: string }) => error.refusal ?? 'a fault of the program',
  );

describe('texts that nobody types', () => {
  it('are seen wherever they stand', () => {
    const form = new FormData();
    form.append('place', 'a\0');
    for (const bad of ['a\0', 'a\u001b', { 'a\0': 1 }, [['x', { y: '\ud800' }]], form])
      expect(storable(bad)).toBe(false);
    let deep: unknown = 'Tiếng Việt 😀\n';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    for (const good of [deep, null, undefined, 7, { a: ['b'] }, upload([])]) expect(storable(good)).toBe(true);
  });

  it('are refused as input, not as a fault of the program', async () => {
    const { chair, officer, nobody } = all;
    const calls = [
      nobody.call.session.signIn({ name: 'a\0', password: 'x' }),
      officer.call.audit.list({ search: 'a\0' }),
      chair.call.report.save({ clientId: id(), lines: [typed('1.5', { items: ['bch'] }, 'a\0b')] }),
      chair.call.report.save({ clientId: id(), lines: [typed('1.5', { items: ['bch'] }, 'a\ud800b')] }),
      chair.call.report.save({ clientId: id(), lines: [typed('1.\0', {})] }),
      // A sheet of Excel with this in a cell does not open.
      chair.call.report.save({ clientId: id(), lines: [typed('1.5', { items: ['bch'] }, 'a\u000bb')] }),
      chair.call.evidence.upload(upload([['place', '1.3|hk1\0']])),
    ];
    const outcomes = await Promise.all(calls.map(refusal));
    expect(new Set(outcomes), outcomes.join()).toEqual(new Set(['invalid-input']));
  });
});

describe('the same thing named twice', () => {
  it('is refused where it could mean two things', async () => {
    const lines = [typed('1.1', { part: '45', whole: '46' }), typed('1.1', { part: '44', whole: '46' })];
    await expect(all.chair.call.report.save({ clientId: id(), lines })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(all.chair.call.report.submit({ clientId: id(), period: 'hk1', lines })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('is taken once where it means the same', async () => {
    const place = { line: '1.3', period: 'hk1' };
    const sent = await all.chair.call.evidence.upload(
      upload([
        ['place', '1.3|hk1'],
        ['place', '1.3|hk1'],
      ]),
    );
    await all.chair.call.report.attach({
      clientId: id(),
      evidenceIds: [sent.id, sent.id],
      places: [place, place],
    });
    const { lines } = await all.chair.call.report.get({ period: 'hk1' });
    expect(lines.find((one) => one.line.code === '1.3')?.evidence.map((file) => file.id)).toEqual([sent.id]);
  });
});

describe('a unit of somebody else', () => {
  it('is not there, for an officer who names it in a report or a form either', async () => {
    const strange = all.otherFederation.units.X!.id;
    const { call } = all.officer;
    const period = 'hk1';
    const calls = [
      call.report.saveFor({ clientId: id(), unitId: strange, lines: [typed('1.4', { value: '1' })] }),
      call.report.submitFor({ clientId: id(), unitId: strange, period }),
      call.report.withdrawFor({ clientId: id(), unitId: strange, period }),
      call.evidence.upload(upload([['unitId', strange]])),
    ];
    const outcomes = await Promise.all(calls.map(refusal));
    expect(new Set(outcomes), outcomes.join()).toEqual(new Set(['not-found']));
    expect(await refusal(all.chair.call.evidence.upload(upload([['unitId', all.otherChair.unitId!]])))).toBe(
      'not-allowed',
    );
  });
});

it('a file is laid only beside lines that are asked for in that period', async () => {
  for (const place of ['zz|hk1', '1.3|zz', '1.3|hk2', '__proto__|hk1'])
    expect(await refusal(all.chair.call.evidence.upload(upload([['place', place]])))).toBe('line-not-asked');
});

it('a unit does not wait for an officer who is judging, so the two never wait for each other', async () => {
  const unit = await all.join('chair', 'C');
  await inScope(all.services.db, all.officer.scope, async (tx) => {
    await lockYear(tx, all.officer.scope, all.federation.yearId);
    // The unit's first row of this period refers to the year that is held here.
    const saved = await unit.call.report.save({ clientId: id(), lines: [typed('1.4', { value: '3' })] });
    expect(saved.lines[0]?.outcome).toBe('saved');
  });
});
