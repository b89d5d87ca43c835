import type { RouterOutputs } from '@giaouoc/api/contract';

export type CheckedSheet = RouterOutputs['unitImport']['check']['sheets'][number];
type Passed = CheckedSheet['passed'][number];
type Unread = CheckedSheet['unread'][number];

const reasons: Record<Passed['reason'], string> = {
  heading: 'phần đầu, trên bảng',
  section: 'tên nhóm',
  total: 'dòng tổng',
  foot: 'phần ký, cuối bảng',
  numbers: 'chỉ có số thứ tự',
  titles: 'dòng tiêu đề lặp lại',
  example: 'dòng ví dụ',
  other: 'không có tên đơn vị',
};

/** Rows that are no units, those of one reason that follow each other together. */
export function passedWords(passed: readonly Passed[]): { rows: string; words: string; texts: string; odd: boolean }[] {
  const runs: { reason: Passed['reason']; from: number; to: number; texts: string[] }[] = [];
  for (const { row, reason, text } of passed) {
    const last = runs.at(-1);
    if (last?.reason === reason && last.to === row - 1) {
      last.to = row;
      last.texts.push(text);
    } else runs.push({ reason, from: row, to: row, texts: [text] });
  }
  return runs.map(({ reason, from, to, texts }) => ({
    rows: from === to ? `Dòng ${from}` : `Dòng ${from}–${to}`,
    words: reasons[reason],
    texts: texts.slice(0, 3).join('; ') + (texts.length > 3 ? '…' : ''),
    odd: reason === 'other',
  }));
}

/** A column that is not imported: which, what it is called, and what stands in it. */
export function unreadWords({ column, title, kind, cells, sample }: Unread): string {
  const name = title === '' ? `Cột ${column} (không có tiêu đề)` : `Cột ${column} “${title}”`;
  if (kind === 'ordinal') return `${name}: số thứ tự`;
  if (kind === 'person') return `${name}: họ tên, người đại diện tự ghi khi ký`;
  return `${name}: ${cells} ô, ví dụ “${sample}”`;
}

/** `3, 7–9`. */
export function rowList(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
