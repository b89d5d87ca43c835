import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { asRows } from '../as-rows.ts';
import { figure } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

export type FigureRow = {
  unitId: string;
  lineCode: string;
  periodCode: string;
  status: string;
  value: unknown;
  note: string | null;
  submitted: unknown;
  settled: unknown;
  revision: number;
  enteredAs: string;
  enteredFor: boolean;
  updatedAt: string;
  submittedAt: string | null;
};

/** What scoring takes of a figure. */
export type FigureStanding = Pick<FigureRow, 'unitId' | 'lineCode' | 'periodCode' | 'status' | 'submitted' | 'settled'>;
/** What the rules of reporting take of it. */
export type FigureFacts = FigureStanding & Pick<FigureRow, 'value' | 'revision'>;

const columns = {
  unitId: figure.unitId,
  lineCode: figure.lineCode,
  periodCode: figure.periodCode,
  status: figure.status,
  value: figure.value,
  note: figure.note,
  submitted: figure.submitted,
  settled: figure.settled,
  revision: figure.revision,
  enteredAs: figure.enteredAs,
  enteredFor: figure.enteredFor,
  updatedAt: figure.updatedAt,
  submittedAt: figure.submittedAt,
};

/** Which figures of a year: of some units, of one period, of one line. */
export type FigureFilter = { unitIds?: string[]; periodCode?: string; lineCode?: string };

const matching = (scope: Scope, yearId: string, of: FigureFilter) =>
  and(
    eq(figure.federationId, scope.federationId),
    eq(figure.yearId, yearId),
    of.unitIds === undefined ? undefined : inArray(figure.unitId, of.unitIds),
    of.periodCode === undefined ? undefined : eq(figure.periodCode, of.periodCode),
    of.lineCode === undefined ? undefined : eq(figure.lineCode, of.lineCode),
  );

/** Figures of a year, in a steady order. */
export function figuresOf(tx: Scoped, scope: Scope, yearId: string, of: FigureFilter = {}): Promise<FigureRow[]> {
  return tx
    .select(columns)
    .from(figure)
    .where(matching(scope, yearId, of))
    .orderBy(asc(figure.unitId), asc(figure.lineCode), asc(figure.periodCode));
}

/** The same, locked until the transaction ends: for a write that looks at what stands before it changes it. */
export function lockFigures(tx: Scoped, scope: Scope, yearId: string, of: FigureFilter): Promise<FigureRow[]> {
  return tx
    .select(columns)
    .from(figure)
    .where(matching(scope, yearId, of))
    .orderBy(asc(figure.unitId), asc(figure.lineCode), asc(figure.periodCode))
    .for('update');
}

export type FigureWrite = {
  unitId: string;
  lineCode: string;
  periodCode: string;
  status: string;
  value: unknown;
  note: string | null;
  submitted: unknown;
  settled: unknown;
  enteredFor: boolean;
  submittedAt: string | null;
};

/** Writes many figures with one statement; each gets the next revision. For `together`; nothing without rows. */
export function figuresWrite(scope: Scope, yearId: string, rows: readonly FigureWrite[], at: string): SQL | undefined {
  if (rows.length === 0) return undefined;
  return sql`  insert into figure as f (federation_id, year_id, unit_id, line_code, period_code, status, value, note, submitted, settled,
    entered_by, entered_as, entered_for, updated_at, submitted_at)
  select ${scope.federationId}::uuid, ${yearId}::uuid, r."unitId", r."lineCode", r."periodCode", r.status, r.value, r.note,
    r.submitted, r.settled, ${scope.membershipId}::uuid, ${scope.title}, r."enteredFor", ${at}::timestamptz, r."submittedAt"
  from jsonb_to_recordset(${asRows(rows)}) as r("unitId" uuid, "lineCode" text, "periodCode" text, status text, value jsonb,
    note text, submitted jsonb, settled jsonb, "enteredFor" boolean, "submittedAt" timestamptz)
  on conflict (federation_id, year_id, unit_id, line_code, period_code) do update set
    status = excluded.status, value = excluded.value, note = excluded.note, submitted = excluded.submitted,
    settled = excluded.settled, entered_for = excluded.entered_for, submitted_at = excluded.submitted_at,
    updated_at = excluded.updated_at,
    -- Who typed it stays who typed it: a judgement does not make the officer the author of a unit's figure.
    entered_by = case when f.value is distinct from excluded.value then excluded.entered_by else f.entered_by end,
    entered_as = case when f.value is distinct from excluded.value then excluded.entered_as else f.entered_as end,
    revision = f.revision + 1`;
}

/** The same at once, giving back what stands now. */
export async function saveFigures(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  rows: readonly FigureWrite[],
  at: string,
): Promise<FigureRow[]> {
  const write = figuresWrite(scope, yearId, rows, at);
  if (!write) return [];
  const stored = await tx.execute<FigureRow>(sql`${write}
    returning unit_id as "unitId", line_code as "lineCode", period_code as "periodCode", status, value, note, submitted, settled,
      revision, entered_as as "enteredAs", entered_for as "enteredFor", updated_at as "updatedAt", submitted_at as "submittedAt"`);
  return [...stored];
}
