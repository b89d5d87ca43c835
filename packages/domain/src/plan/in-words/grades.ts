import { promised } from '../../rules/phrases.ts';
import { capital, listed } from '../../words/texts.ts';
import type { ByBlock, Grade } from '../../year-file/plan.schema.ts';
import { conditionInWords } from './condition.ts';
import type { PlanNames } from './names.ts';

/** How a block is called, and the only one that is asked about, where one is. */
export type ForBlocks = { block?: string | undefined; nameOf: (block: string) => string };

/**
 * A number that may differ from block to block: that of the one block asked about, else each with its block's name.
 * Null where the block has none.
 */
export function byBlockInWords(value: ByBlock, { block, nameOf }: ForBlocks, say: (points: string) => string) {
  if (typeof value === 'string') return say(value);
  if (block !== undefined) return Object.hasOwn(value, block) ? say(value[block]!) : null;
  return listed(Object.entries(value).map(([code, points]) => `${say(points)} với ${nameOf(code)}`));
}

/** What a grade takes: `Từ 90 điểm, và tổng điểm nhóm 1 … .`; the last grade is for everybody else. */
export function gradeInWords(grade: Grade, isLast: boolean, names: PlanNames, blocks: ForBlocks): string {
  const mark =
    grade.from === undefined ? null : byBlockInWords(grade.from, blocks, (points) => `từ ${promised(points)}`);
  const needs = grade.requires === undefined ? null : `phải có ${conditionInWords(grade.requires, names)}`;
  if (mark === null && needs === null) return isLast ? 'Các đơn vị còn lại.' : 'Không đặt mốc điểm.';
  const words = [mark, needs].filter((part) => part !== null).join('; ');
  return `${capital(words)}.`;
}
