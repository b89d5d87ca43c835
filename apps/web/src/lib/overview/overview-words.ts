import type { RouterOutputs } from '@giaouoc/api/contract';
import type { CellState } from '@giaouoc/domain/progress/cell-state';
import { isDueSoon } from '@giaouoc/domain/progress/to-remind';
import { uncapital } from '@giaouoc/domain/words/texts';
import { shortDay, timeLeft } from '@giaouoc/domain/words/times';
import { heatSigns, openCell, type HeatState } from '#lib/ui/heat.ts';

export type Overview = RouterOutputs['overview']['get'];
export type OverviewRow = Overview['rows'][number];

export const sorts = [
  ['need', 'Cần nhắc trước'],
  ['name', 'Tên đơn vị'],
  ['done', 'Xong nhiều trước'],
] as const;
export type Sort = (typeof sorts)[number][0];

/** Signs that are drawn, ✓ and ↩, come from the style sheet by the class: an icon a cell would double the table. */
type Look = { classes: string; word: string; sign: string };

const heatStates: Record<Exclude<CellState, 'open'>, HeatState> = {
  verified: 'ok',
  waiting: 'wait',
  returned: 'back',
  overdue: 'miss',
  zero: 'zero',
  'not-due': 'later',
  'not-assigned': 'none',
  'not-applicable': 'na',
};

const lookOf = (state: HeatState): Look => {
  const { word, sign = '' } = heatSigns[state];
  return { classes: `cell cell--${state}`, word, sign };
};

/** Class, word and sign of each state of a cell, looked up once for the whole heat map. */
export const looks: Record<CellState, Look> = {
  ...(Object.fromEntries(Object.entries(heatStates).map(([state, heat]) => [state, lookOf(heat)])) as Record<
    keyof typeof heatStates,
    Look
  >),
  open: { ...openCell, sign: '' },
};

/**
 * Where a cell is settled: what was sent, in the verification of its line; what is the federation's to enter, where it
 * enters it; what the unit owes, in the unit's report.
 */
export function placeOf(row: OverviewRow, at: number, line: Overview['lines'][number]): string | undefined {
  const [state, period] = [row.cells[at], row.periods[at]];
  if (!state || !period) return undefined;
  const { code } = line;
  if (state === 'returned' || state === 'overdue' || state === 'open')
    return line.byUnit
      ? `/federation/units/${row.unitId}/report/${encodeURIComponent(period)}`
      : `/federation/enter?${new URLSearchParams({ line: code, period })}`;
  const all = state === 'waiting' ? '' : '&show=all';
  return `/federation/verify?${new URLSearchParams({ open: code, unit: row.unitId, line: code, period })}${all}`;
}

/** The page's state, said in its title. */
export function titleOf({ period, units, reported, signed, rows }: Overview): string {
  const report = `Báo cáo ${uncapital(period.title)}`;
  const late = rows.filter((row) => row.late > 0).length;
  if (units === 0) return 'Năm này chưa có đơn vị';
  if (signed.done === 0 && reported.done === 0 && late === 0) return `Ký giao ước: chưa có đơn vị nào trong ${units}`;
  if (late > 0) return `${report}: ${late} đơn vị trễ hạn`;
  if (reported.done === reported.of) return `${report}: đủ ${reported.of} đơn vị`;
  return `${report}: ${reported.done} trên ${reported.of} đơn vị đã nộp`;
}

/** Whether there is something to remind a unit of today. */
export function needsWord(row: OverviewRow, period: Overview['period'], now: number): boolean {
  const dueSoon = row.owed > 0 && !period.late && isDueSoon(Date.parse(period.due), now);
  return row.overdue > 0 || row.returned > 0 || row.unsigned || dueSoon;
}

/** Whether it was reminded so lately that another word today would be one too many. */
export const remindedToday = (row: OverviewRow, now: number): boolean =>
  row.remindedAt !== null && now - Date.parse(row.remindedAt) < 20 * 3600_000;

/** What there is to remind a unit of: "Thiếu 8 mục, trễ 3 ngày. Chưa mở tin nhắc 16/01". */
export function needOf(row: OverviewRow, period: Overview['period'], now: number): string {
  const late = row.daysLate > 0 ? `, trễ ${row.daysLate} ngày` : '';
  const back = row.returnedDue === null ? '' : `, hạn ${shortDay(row.returnedDue, now)}`;
  const needs = [
    row.unsigned && 'Chưa ký giao ước',
    row.overdue > 0 && `Thiếu ${row.overdue} mục${late}`,
    row.returned > 0 && `Trả lại ${row.returned} mục${back}`,
    row.overdue === 0 && row.owed > 0 && `Còn ${row.owed} mục chưa nộp, ${timeLeft(Date.parse(period.due), now)}`,
  ].filter((need) => need !== false);
  const reminded =
    row.remindedAt === null
      ? ''
      : `. ${row.reminderSeen ? 'Đã mở' : 'Chưa mở'} tin nhắc ${shortDay(row.remindedAt, now)}`;
  return `${needs.join('. ')}${reminded}`;
}
