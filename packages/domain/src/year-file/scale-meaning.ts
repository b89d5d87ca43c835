import { millionths, plainDecimal, printScaled } from '../numbers/decimal.ts';
import { noteDecimals } from './decimals-meaning.ts';
import type { GroupView, PlanView } from './plan-view.ts';
import { below, decimalOf, isRaw, member, rawOf, type Note } from '../schema/raw.ts';

/** Notes the blocks for which a number by block has none; paths from the number. */
export function noteBlocks(value: unknown, blocks: ReadonlySet<string>, note: Note): void {
  if (!isRaw(value)) return;
  for (const block of blocks) if (member(value, block) === undefined) note([], 'block-missing', { block });
  if (Object.hasOwn(value, '')) note([''], 'empty');
}

/** Notes faults of the scale: decimals, blocks, and that the possible points add up; paths from the plan. */
export function noteScale(view: PlanView, blocks: ReadonlySet<string>, note: Note): void {
  const scale = rawOf(view.raw['scale']);
  const noteNumber = below(note, 'scale');
  for (const key of ['base', 'total', 'bonusMax', 'penaltyMax']) {
    const value = scale[key];
    if (isRaw(value))
      for (const block of Object.keys(value)) noteDecimals(value[block], view, below(noteNumber, key, block));
    else noteDecimals(value, view, below(noteNumber, key));
  }
  noteBlocks(scale['base'], blocks, below(noteNumber, 'base'));
  noteBlocks(scale['total'], blocks, below(noteNumber, 'total'));
  noteSum(view, scale['base'], blocks, below(noteNumber, 'base'));
}

function noteSum(view: PlanView, base: unknown, blocks: ReadonlySet<string>, note: Note): void {
  // Where a part cannot be read the sum says nothing; that part has its own fault.
  if (!Array.isArray(view.raw['groups']) || !view.top.every((group) => group.role !== null)) return;
  const top = view.top.filter((group) => group.role === 'base');
  const noted = new Set<string>();
  for (const block of blocks) {
    const wanted = decimalOf(isRaw(base) ? member(base, block) : base);
    const sums = top.map((group) => possible(group, block));
    if (wanted === null || wanted.startsWith('-') || sums.includes(null)) continue;
    const sum = sums.reduce<bigint>((all, one) => all + (one ?? 0n), 0n);
    if (sum === millionths(wanted)) continue;
    const found = plainDecimal(printScaled(sum, 6));
    // One number for all blocks: the same sum is not named again for each of them.
    if (isRaw(base)) note([block], 'base-sum', { block, sum: found, base: wanted });
    else if (!noted.has(found))
      note([], block === '' ? 'base-sum-all' : 'base-sum', { block, sum: found, base: wanted });
    noted.add(found);
  }
}

/** The possible points of a base group for a block, in millionths; null when a part cannot be read. */
function possible(group: GroupView, block: string): bigint | null {
  const { lines, groups } = group.raw;
  const unreadable = (list: unknown) => list !== undefined && (!Array.isArray(list) || !list.every(isRaw));
  if (unreadable(lines) || unreadable(groups)) return null;
  let sum = 0n;
  for (const line of group.lines) {
    if (line.blocks !== null && !line.blocks.includes(block)) continue;
    if (line.max === null || (line.raw['blocks'] !== undefined && line.blocks === null)) return null;
    sum += millionths(line.max);
  }
  for (const inner of group.groups) {
    const points = possible(inner, block);
    if (points === null) return null;
    sum += points;
  }
  if (group.raw['max'] === undefined) return sum;
  const max = decimalOf(group.raw['max']);
  if (max === null) return null;
  return sum > millionths(max) ? millionths(max) : sum;
}
