import type { RouterOutputs } from '@giaouoc/api/contract';
import type { Tone } from '#lib/ui/Status.svelte';

type Said = { word: string; tone: Tone };

export const cellWords: Record<RouterOutputs['score']['of']['lines'][number]['state'], Said> = {
  returned: { word: 'Đã trả lại', tone: 'warn' },
  overdue: { word: 'Quá hạn', tone: 'bad' },
  waiting: { word: 'Chờ thẩm định', tone: 'wait' },
  open: { word: 'Chưa gửi', tone: 'neutral' },
  zero: { word: 'Bằng 0', tone: 'neutral' },
  verified: { word: 'Đã thẩm định', tone: 'ok' },
  'not-applicable': { word: 'Không phát sinh', tone: 'neutral' },
  'not-due': { word: 'Chưa đến kỳ', tone: 'neutral' },
  'not-assigned': { word: 'Không giao', tone: 'neutral' },
};

export const reportWords: Record<RouterOutputs['report']['listOf'][number]['status'], Said> = {
  open: { word: 'Chưa gửi', tone: 'neutral' },
  submitted: { word: 'Đã gửi, chờ thẩm định', tone: 'wait' },
  settled: { word: 'Đã thẩm định', tone: 'ok' },
};
