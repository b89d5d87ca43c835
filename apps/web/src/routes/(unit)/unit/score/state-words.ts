import type { CellState } from '@giaouoc/domain/progress/cell-state';
import type { IconName } from '#lib/ui/icon-names.ts';
import type { Tone } from '#lib/ui/Status.svelte';

/** How the state of a line reads on the sheet: missing, zero, not due, not assigned, not applicable apart (S2). */
export const lineStates: Record<CellState, { words: string; tone: Tone; icon: IconName }> = {
  returned: { words: 'Trả lại', tone: 'warn', icon: 'back' },
  overdue: { words: 'Chưa có số liệu, quá hạn', tone: 'bad', icon: 'bad' },
  waiting: { words: 'Mới báo cáo, chờ thẩm định', tone: 'wait', icon: 'half' },
  open: { words: 'Chưa gửi, còn trong hạn', tone: 'neutral', icon: 'none' },
  zero: { words: 'Đã thẩm định, bằng 0', tone: 'ok', icon: 'ok' },
  verified: { words: 'Đã thẩm định', tone: 'ok', icon: 'ok' },
  'not-applicable': { words: 'Không phát sinh', tone: 'neutral', icon: 'minus' },
  'not-due': { words: 'Chưa đến kỳ', tone: 'neutral', icon: 'wait' },
  'not-assigned': { words: 'Không giao cho đơn vị', tone: 'neutral', icon: 'close' },
};
