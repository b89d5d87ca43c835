import { wordsOf } from '../rules/words.ts';
import type { Line } from '../year-file/index.ts';

/**
 * What a line asks for, as a pledge says it: the least that earns full points. `≥ 98 %`, `10 lượt`, `Có`, the name of the
 * best level, `Đủ 5 việc`, `Không có lỗi`. Null where no one number or word says it: the unit's own target, points that
 * somebody gives, bands.
 */
export function goalInBrief(line: Pick<Line, 'rule' | 'unit' | 'max'>): string | null {
  return wordsOf(line.rule.kind).goal?.(line) ?? null;
}
