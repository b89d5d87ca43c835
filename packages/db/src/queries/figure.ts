import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import {
  columnsOf,
  excludedList,
  insertList,
  kindOfValue,
  type RowOf,
  rowsFrom,
  selectList,
  valueList,
} from '../column-list.ts';
import { figure } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const key = columnsOf(figure, ['unitId', 'lineCode', 'periodCode']);
/** What a unit's write sets of its side. */
const written = columnsOf(figure, ['state', 'value', 'note', 'submitted', 'sending', 'enteredFor', 'submittedAt']);
const columns = { ...key, ...written, ...columnsOf(figure, ['revision', 'enteredAs', 'updatedAt']) };

/** The unit's side of one line in one period. */
export type FigureRow = RowOf<typeof figure, typeof columns>;
export const figureColumns = (alias: string): string => selectList(columns, alias);

/** What scoring takes of a figure. */
const scored = { ...key, ...columnsOf(figure, ['state', 'submitted', 'sending']) };
export type FigureSide = RowOf<typeof figure, typeof scored>;
export const figureSideColumns = (alias: string): string => selectList(scored, alias);

/** What the rules of reporting take of it. */
const reported = { ...scored, ...columnsOf(figure, ['value', 'revision']) };
export type FigureFacts = RowOf<typeof figure, typeof reported>;
export const figureFactColumns = (alias: string): string => selectList(reported, alias);

/** The same without values: that there is one, and whether it says that nothing occurred. */
export const figureStateColumns = (alias: string): string =>
  `${selectList({ ...key, ...columnsOf(figure, ['state', 'sending', 'revision']) }, alias)},
  ${kindOfValue(`${alias}.submitted`)} as submitted, null as value`;

/** Which figures of a year: of some units, of one period, of one line. */
export type FigureFilter = { unitIds?: string[]; periodCode?: string; lineCode?: string };

/** Figures of a year, in a steady order. */
export function figuresOf(tx: Scoped, scope: Scope, yearId: string, of: FigureFilter = {}): Promise<FigureRow[]> {
  return tx
    .select(columns)
    .from(figure)
    .where(
      and(
        eq(figure.federationId, scope.federationId),
        eq(figure.yearId, yearId),
        of.unitIds === undefined ? undefined : inArray(figure.unitId, of.unitIds),
        of.periodCode === undefined ? undefined : eq(figure.periodCode, of.periodCode),
        of.lineCode === undefined ? undefined : eq(figure.lineCode, of.lineCode),
      ),
    )
    .orderBy(asc(figure.unitId), asc(figure.lineCode), asc(figure.periodCode));
}

export type FigureWrite = RowOf<typeof figure, typeof key & typeof written>;

/** Writes many figures with one statement; each gets the next revision. For `inOneStatement`; nothing without rows. */
export function figuresWrite(scope: Scope, yearId: string, rows: readonly FigureWrite[], at: string): SQL | undefined {
  if (rows.length === 0) return undefined;
  const given = { ...key, ...written };
  return sql`  insert into figure as f (federation_id, year_id, ${insertList(given)}, entered_by, entered_as, updated_at)
  select ${scope.federationId}::uuid, ${yearId}::uuid, ${valueList(given, 'r')}, ${scope.membershipId}::uuid, ${scope.title},
    ${at}::timestamptz
  from ${rowsFrom(given, rows, 'r')}
  on conflict (federation_id, year_id, unit_id, line_code, period_code) do update set
    ${excludedList(written)}, updated_at = excluded.updated_at,
    -- Who typed it stays who typed it, whoever sends it.
    entered_by = case when f.value is distinct from excluded.value then excluded.entered_by else f.entered_by end,
    entered_as = case when f.value is distinct from excluded.value then excluded.entered_as else f.entered_as end,
    revision = f.revision + 1`;
}
