import type { IconName } from './icon-names.ts';

/** The eight states of a line of a unit; a figure still owed but not overdue is `later` with `open`. */
export type HeatState = 'ok' | 'wait' | 'back' | 'miss' | 'zero' | 'later' | 'none' | 'na';

/** Still owed, and not late: an edge of its own around the empty cell. */
export const openCell = { classes: 'cell cell--later cell--open', word: 'Chưa nộp, còn hạn' } as const;

/** Each state has its own sign: lightness and sign carry it, colour only helps. */
export const heatSigns: Record<HeatState, { word: string; icon?: IconName; sign?: string }> = {
  ok: { word: 'Đã thẩm định', icon: 'check' },
  wait: { word: 'Chờ thẩm định', sign: '•' },
  back: { word: 'Trả lại', icon: 'back' },
  miss: { word: 'Quá hạn', sign: '!' },
  zero: { word: 'Bằng 0', sign: '0' },
  later: { word: 'Chưa đến kỳ' },
  none: { word: 'Không giao' },
  na: { word: 'Không áp dụng', sign: '/' },
};
