import { expect, it } from 'vitest';
import type { Line } from '../../year-file/index.ts';
import { diffPlans } from '../diff-plans.ts';
import { linesOf, type PlanDocument } from '../document.ts';
import { emptyPlan } from '../empty-plan.ts';
import { addLine, setLine, setLineConduct } from './lines.ts';
import { takeLine } from './take-line.ts';

const line = (code: string): Line => ({ code, title: code, kind: 'target', max: '5', rule: { kind: 'yesNo' } });
const sure = (result: { ok: true; value: PlanDocument } | { ok: false; code: string }): PlanDocument => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const start = ['1.1', '1.2', '1.3'].reduce(
  (document, code) => sure(addLine(document, '1', line(code))),
  emptyPlan({ code: 'p', title: 'P', from: '2026-09-01', to: '2027-08-31' }),
);
const codes = ({ scoring }: PlanDocument) => linesOf(scoring).map(({ line: { code } }) => code);

it('takes a changed line with its conduct and leaves the others', () => {
  const mine = sure(setLine(sure(setLine(start, '1.1', { max: '1' })), '1.2', { max: '2' }));
  const theirs = sure(setLineConduct(sure(setLine(start, '1.1', { max: '9' })), '1.1', { help: 'Sổ' }));
  const taken = takeLine(mine, theirs, '1.1');
  expect(diffPlans(taken, theirs).map(({ code }) => code)).toEqual(['1.2']);
  expect(diffPlans(taken, mine).map(({ code }) => code)).toEqual(['1.1', '1.1']);
});

it('takes a line in where it stands there, and out again', () => {
  const without = takeLine(start, emptyPlan({ code: 'p', title: 'P', from: '2026-09-01', to: '2027-08-31' }), '1.2');
  expect(codes(without)).toEqual(['1.1', '1.3']);
  const back = takeLine(without, start, '1.2');
  expect(codes(back)).toEqual(['1.1', '1.2', '1.3']);
  expect(diffPlans(back, start)).toEqual([]);
});
