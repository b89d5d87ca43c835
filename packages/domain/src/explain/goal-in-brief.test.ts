import { describe, expect, it } from 'vitest';
import type { Line } from '../year-file/index.ts';
import { goalInBrief } from './goal-in-brief.ts';

const goal = (rule: Line['rule'], unit?: string, max = '5') =>
  goalInBrief({ rule, max, ...(unit === undefined ? {} : { unit }) });
const ratio = { kind: 'ratio', target: '98', better: 'higher', below: 'proportional' } as const;
const level = (code: string, points: string) => ({ code, title: `Mức ${code}`, points });

describe('what a line asks for', () => {
  it.each<[string, Line['rule'], string | undefined, string | null]>([
    ['a rate', ratio, '%', '≥ 98 %'],
    ['all of them', { ...ratio, target: '100' }, '%', '100 %'],
    ['at most', { ...ratio, target: '2.5', better: 'lower' }, '%', '≤ 2,5 %'],
    ['strictly', { ...ratio, strict: true }, '%', '> 98 %'],
    ['the unit’s own number', { ...ratio, target: 'unit' }, 'sáng kiến', null],
    ['as many as fill the points', { kind: 'count', each: '0.5' }, 'lượt', '10 lượt'],
    ['a whole number, upwards', { kind: 'count', each: '0.3' }, 'lượt', '17 lượt'],
    ['beyond the first', { kind: 'count', each: '2.5', after: '1' }, 'lần', '3 lần'],
    ['a yes', { kind: 'yesNo' }, undefined, 'Có'],
    ['the best level', { kind: 'levels', pick: 'one', levels: [level('a', '2'), level('b', '6')] }, undefined, 'Mức b'],
    ['levels that add up', { kind: 'levels', pick: 'many', levels: [level('a', '2')] }, undefined, null],
    ['a list', { kind: 'checklist', items: [level('a', '1'), level('b', '1')] }, undefined, 'Đủ 2 việc'],
    ['no fault', { kind: 'deduct', faults: [{ code: 'x', title: 'Lỗi', each: '1' }] }, undefined, 'Không có lỗi'],
    ['points that somebody gives', { kind: 'judged' }, undefined, null],
  ])('%s', (_, rule, unit, said) => expect(goal(rule, unit)).toBe(said));
});
