import type { RouterOutputs } from '@giaouoc/api/contract';
import type { Tone } from '#lib/ui/Status.svelte';

export type Board = RouterOutputs['pledge']['board'];
export type BoardRow = Board['rows'][number];
type Strength = NonNullable<BoardRow['strength']>;

/** How each state of a pledge shows; null: not offered yet. Who signed an earlier version is not late, but waits. */
export function toneOf(state: BoardRow['state'], late: boolean, pledged = false): Tone {
  if (state === 'countersigned') return 'gold';
  if (state === 'signed') return 'ok';
  if (state === 'paper') return 'wait';
  if (state === 'declined') return 'bad';
  if (pledged) return 'wait';
  return late ? 'bad' : 'neutral';
}

export const strengthWords: Record<Strength, string> = {
  passkey: 'khóa của thiết bị',
  code: 'mã 6 số',
  password: 'mật khẩu',
  paper: 'chữ ký trên giấy',
};

export const partyWords: Record<string, string> = {
  unit: 'Đơn vị',
  witness: 'Người chứng kiến',
  federation: 'Công đoàn cấp trên',
};

/** What the board can be narrowed to. */
export const shows = [
  ['all', 'Mọi đơn vị'],
  ['unsigned', 'Chưa ký'],
  ['addendum', 'Đã ký bản trước, chờ phụ lục'],
  ['paper', 'Bản giấy chờ xác nhận'],
  ['signed', 'Chờ công đoàn cấp trên ký'],
  ['countersigned', 'Đã ký đủ'],
  ['declined', 'Không ký'],
] as const;
export type Show = (typeof shows)[number][0];

export function isShown(row: BoardRow, show: Show): boolean {
  if (show === 'all') return true;
  if (show === 'addendum') return row.awaitsAddendum;
  if (show === 'unsigned')
    return !row.pledged && (row.state === null || row.state === 'offered' || row.state === 'registered');
  if (show === 'signed') return row.toCountersign !== null;
  return row.state === show;
}

/** Has it a signed pledge in force, of this version or an earlier one? */
export const isSigned = (row: BoardRow): boolean => row.pledged;
