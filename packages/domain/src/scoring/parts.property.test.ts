import { expect } from 'vitest';
import { property } from '../../testing/property.ts';
import { validYear, yearArbitrary } from '../../testing/random-year/index.ts';
import type { Group } from '../year-file/index.ts';
import { scoreYear, type UnitResult } from './index.ts';

/** Points as whole numbers of the last decimal that is printed: sums of printed parts, by hand. */
const whole = (points: string): bigint => BigInt(points.replace('.', ''));
const within = (value: bigint, least: bigint | null, most: bigint | null): bigint => {
  const high = most !== null && value > most ? most : value;
  return least !== null && high < least ? least : high;
};

property('the printed parts add up to the printed whole', 300, yearArbitrary(), (file) => {
  const year = validYear(file);
  const places = year.plan.places ?? 2;
  const limit = (text: string | undefined): bigint | null => {
    if (text === undefined) return null;
    const [head = '0', tail = ''] = text.split('.');
    return BigInt(head + tail.padEnd(places, '0').slice(0, places));
  };
  for (const unit of scoreYear(year).units) {
    const sums = new Map(unit.groups.map((group) => [group.group, whole(group.points)]));
    const lines = new Map(unit.lines.map((line) => [line.line, whole(line.points)]));
    const check = (group: Group): bigint => {
      let sum = 0n;
      for (const line of group.lines ?? []) sum += lines.get(line.code) ?? 0n;
      for (const child of group.groups ?? []) sum += check(child);
      const points = within(sum, limit(group.min), limit(group.max));
      expect(sums.get(group.code), `group ${group.code} of ${unit.unit}`).toBe(points);
      return points;
    };
    const tops = { base: 0n, bonus: 0n, penalty: 0n, fact: 0n };
    for (const group of year.plan.groups) tops[group.role ?? 'fact'] += check(group);
    expect(tops.fact).toBe(0n);
    if (!isRescaled(unit, year.plan.groups)) expect(whole(unit.base)).toBe(tops.base);
    expect(whole(unit.bonus)).toBe(within(tops.bonus, 0n, limit(year.plan.scale.bonusMax)));
    const most = limit(year.plan.scale.penaltyMax);
    expect(whole(unit.penalty)).toBe(within(tops.penalty, most === null ? null : -most, 0n));
    if ((year.plan.gates ?? []).length > 0) continue;
    const total = year.plan.scale.total;
    const cap = typeof total === 'object' ? total[unit.block] : total;
    expect(whole(unit.total)).toBe(within(whole(unit.base) + whole(unit.bonus) + whole(unit.penalty), 0n, limit(cap)));
  }
});

/** Whether a base line of the unit's block is dropped, or is not among its lines. */
function isRescaled(unit: UnitResult, groups: readonly Group[]): boolean {
  const statuses = new Map(unit.lines.map((line) => [line.line, line.status]));
  const gone = (group: Group): boolean =>
    (group.lines ?? []).some(
      (line) => (line.blocks?.includes(unit.block) ?? true) && (statuses.get(line.code) ?? 'dropped') === 'dropped',
    ) || (group.groups ?? []).some(gone);
  return groups.some((group) => group.role === 'base' && gone(group));
}
