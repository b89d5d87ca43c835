import type { RouterOutputs } from '@giaouoc/api/contract';
import type { Tone } from '#lib/ui/Status.svelte';

export type Queue = RouterOutputs['assessment']['queue'];
export type QueueItem = Queue['items'][number];
export type Item = RouterOutputs['assessment']['item'];

/** What is worth a second look, in words. */
export function flagWords({ code, line }: QueueItem['flags'][number]): string {
  switch (code) {
    case 'whole-differs':
      return `Tổng khác mục ${line ?? 'cùng kỳ'}`;
    case 'zero':
      return 'Được 0 điểm';
    case 'no-evidence':
      return 'Chưa có minh chứng';
    case 'again':
      return 'Đơn vị gửi lại';
    case 'floor':
      return 'Dưới mức sàn';
    default:
      return 'Cần xem kỹ';
  }
}

export const statusWords: Record<QueueItem['status'], { word: string; tone: Tone }> = {
  empty: { word: 'Chưa có số liệu', tone: 'neutral' },
  draft: { word: 'Đang soạn', tone: 'neutral' },
  submitted: { word: 'Chờ thẩm định', tone: 'wait' },
  resubmitted: { word: 'Gửi lại, chờ thẩm định', tone: 'wait' },
  returned: { word: 'Đã trả lại', tone: 'warn' },
  accepted: { word: 'Đã chấp nhận', tone: 'ok' },
  adjusted: { word: 'Đã sửa', tone: 'ok' },
};

export const isWaiting = (item: Pick<QueueItem, 'status'>): boolean =>
  item.status === 'submitted' || item.status === 'resubmitted';

export const decisionWords: Record<string, string> = {
  accepted: 'chấp nhận',
  adjusted: 'sửa',
  returned: 'trả lại',
};

/** Ready reasons: what was seen, and what to do; the officer adds own words. The last one is all own words. */
export const readyReasons = [
  { label: 'Thiếu minh chứng', text: 'Chưa có minh chứng cho số liệu này. Bổ sung ảnh hoặc văn bản rồi gửi lại.' },
  {
    label: 'Số liệu khác minh chứng',
    text: 'Số liệu khác với minh chứng gửi kèm. Sửa số liệu, hoặc gửi minh chứng đúng rồi gửi lại.',
  },
  { label: 'Minh chứng không đọc được', text: 'Minh chứng không đọc được. Chụp lại cho rõ cả trang rồi gửi lại.' },
  { label: 'Lý do khác, tự viết', text: '' },
] as const;

/** An answer that refused a judgement: which form it is about, why, and what was typed. */
export type Refused = {
  which?: string;
  message?: string;
  code?: string;
  faults?: { field: string; code: string; detail?: Record<string, unknown> }[];
  typed?: {
    kind?: string;
    fields?: Record<string, string | string[]>;
    reason?: string;
    points?: string;
    ready?: string;
    own?: string;
    due?: string;
  };
};
