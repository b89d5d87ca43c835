import { and, asc, eq, inArray, sql } from 'drizzle-orm';
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

/** Writes many figures with one statement; each gets the next revision. Gives back what stands now. */
export function saveFigures(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  rows: FigureWrite[],
  at: string,
): Promise<FigureRow[]> {
  if (rows.length === 0) return Promise.resolve([]);
  return tx
    .insert(figure)
    .values(
      rows.map((row) => ({
        federationId: scope.federationId,
        yearId,
        ...row,
        enteredBy: scope.membershipId,
        enteredAs: scope.title,
        updatedAt: at,
      })),
    )
    .onConflictDoUpdate({
      target: [figure.federationId, figure.yearId, figure.unitId, figure.lineCode, figure.periodCode],
      set: {
        status: sql`excluded.status`,
        value: sql`excluded.value`,
        note: sql`excluded.note`,
        submitted: sql`excluded.submitted`,
        settled: sql`excluded.settled`,
        enteredFor: sql`excluded.entered_for`,
        submittedAt: sql`excluded.submitted_at`,
        updatedAt: sql`excluded.updated_at`,
        // Who typed it stays who typed it: a judgement does not make the officer the author of a unit's figure.
        enteredBy: sql`case when ${figure.value} is distinct from excluded.value then excluded.entered_by else ${figure.enteredBy} end`,
        enteredAs: sql`case when ${figure.value} is distinct from excluded.value then excluded.entered_as else ${figure.enteredAs} end`,
        revision: sql`${figure.revision} + 1`,
      },
    })
    .returning(columns);
}
