import { promised } from '../../rules/phrases.ts';
import type { Plan } from '../../year-file/plan.schema.ts';
import { byBlockInWords, type ForBlocks } from './grades.ts';

/** The points a plan has to give and their limits, a sentence each. */
export function scaleInWords({ base, bonusMax, penaltyMax, total }: Plan['scale'], blocks: ForBlocks): string[] {
  const points = byBlockInWords(base, blocks, promised);
  const most = total === undefined ? null : byBlockInWords(total, blocks, promised);
  return [
    ...(points === null ? [] : [`Điểm cơ bản: ${points}.`]),
    ...(bonusMax === undefined ? [] : [`Điểm thưởng cộng nhiều nhất ${promised(bonusMax)}.`]),
    ...(penaltyMax === undefined ? [] : [`Điểm trừ nhiều nhất ${promised(penaltyMax)}.`]),
    ...(most === null ? [] : [`Tổng điểm không quá ${most}.`]),
  ];
}
