import { expect, it } from 'vitest';
import { boardSoFar, shareOf, type SoFarRow } from './board-so-far.ts';
import type { YearInput } from './input.ts';
import { assembleYear } from './assemble-year.ts';
import { scoreYear } from '../scoring/index.ts';
import { emptyPlan } from '../plan/empty-plan.ts';
import { addLine } from '../plan/edit/lines.ts';
import { setLineConduct } from '../plan/edit/lines.ts';
import { setConductPart } from '../plan/edit/conduct.ts';
import type { PlanDocument } from '../plan/document.ts';

const sure = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const period = (code: string, from: string, to: string) => ({ code, title: code, from, to, due: `${to}T17:00` });
function plan(): PlanDocument {
  let document = setConductPart(emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' }), {
    periods: [period('hk1', '2026-09-01', '2027-01-15'), period('hk2', '2027-01-16', '2027-05-31')],
  });
  for (const [code, max, due] of [
    ['1.1', '60', 'hk1'],
    ['1.2', '40', 'hk2'],
  ] as const) {
    const line = { code, title: code, kind: 'task', max, rule: { kind: 'yesNo' } } as const;
    document = sure(addLine(document, '1', line));
    document = sure(setLineConduct(document, code, { due: [due] }));
  }
  return document;
}
const document = plan();
const figure = (unit: string, yes: boolean) => ({
  ...({ unit, line: '1.1', period: 'hk1', state: 'sent', submitted: { yes }, sending: 1 } as const),
});
const accepted = (unit: string) =>
  ({ unit, line: '1.1', period: 'hk1', stage: 'federation', decision: 'accepted', sending: 1, at: 1 }) as const;
const input: YearInput = {
  document,
  units: ['a', 'b', 'c'].map((code) => ({ code, name: `Đơn vị ${code}`, block: code === 'c' ? 'mn' : 'th' })),
  targets: [],
  figures: [figure('a', true), figure('b', true)],
  assessments: [accepted('b')],
};
const board = (today: string) => {
  const of = (view: 'best' | 'verified') => scoreYear(assembleYear(input, view).year).units;
  return boardSoFar(input, of('best'), of('verified'), today);
};

it('counts what has come due, reported and verified apart, verified first among equals, block by block', () => {
  const [th, mn] = board('2027-01-20');
  expect(th?.rows).toEqual([
    expect.objectContaining({ unit: 'b', reported: '60.00', verified: '60.00', possible: '60.00', notYetDue: '40.00' }),
    expect.objectContaining({ unit: 'a', reported: '60.00', verified: '0.00', possible: '60.00' }),
  ]);
  expect(mn).toMatchObject({ block: 'mn', rows: [{ unit: 'c', reported: '0.00', possible: '60.00' }] });
});

it('has nothing to show before anything is due', () => {
  for (const row of board('2026-10-01').flatMap(({ rows }) => rows)) {
    expect(row).toMatchObject({ possible: '0.00', reported: '0.00', notYetDue: '100.00' });
    expect(shareOf(row)).toBeNull();
  }
});

it.each([
  ['65.99', '84', '78.6'],
  ['1', '3', '33.3'],
  ['2', '3', '66.7'],
  ['0', '3', '0.0'],
  ['21.99', '22', '99.9'],
  ['22', '22', '100.0'],
  ['22.01', '22', '100.0'],
])('%s of %s is %s %%', (reported, possible, share) => {
  expect(shareOf({ reported, possible } as SoFarRow)).toBe(share);
});
