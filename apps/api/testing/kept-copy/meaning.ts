import { randomUUID } from 'node:crypto';
import { inScope, mintScope, openDatabase, type Scope, type Scoped } from '@giaouoc/db';
import { listFederationYears } from '@giaouoc/db/backup/index';
import { assessmentsOf } from '@giaouoc/db/queries/assessment';
import { figuresOf } from '@giaouoc/db/queries/figure';
import { scoresOf } from '@giaouoc/db/queries/score';
import { snapshotById, snapshotsOf } from '@giaouoc/db/queries/snapshot';
import { yearRows, type YearRows } from '@giaouoc/db/queries/unit-year';
import { assembleYear, figuresAsRead, type YearView } from '@giaouoc/domain/progress/index';
import { scoreYear, type StoredResult, type UnitResult } from '@giaouoc/domain/scoring/index';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import { assessmentOf } from '../../src/year/assessment-of.ts';
import { yearInputOf } from '../../src/scoring/year-input.ts';
import { yearAsStored, type RunningYear } from '../../src/year/running-year.ts';

/** What a unit's people and the federation see of one figure, whatever tables hold it. Units go by code. */
export type FigureMeaning = {
  unit: string;
  line: string;
  period: string;
  status: string;
  value: unknown;
  submitted: unknown;
  settled: unknown;
  note: string | null;
  enteredAs: string;
};

/** One judgement as it was made; `undone` when it was taken back. */
export type JudgementMeaning = {
  unit: string;
  line: string;
  period: string;
  stage: string;
  decision: string;
  figure: unknown;
  points: string | null;
  reason: string | null;
  byAs: string;
  at: string;
  undone: boolean;
};

/** A year in the terms of the rules, scored from scratch: what an upgrade must keep, however tables change. */
export type YearMeaning = {
  federation: string;
  year: string;
  /** Of the results of the verified view. */
  digest: string;
  /** Points by unit and line, and the total, as scored from scratch. */
  points: unknown;
  /** The same, as they are stored with each unit. */
  storedPoints: unknown;
  /** The year file of each view without its plan: units, targets, figures, adjustments. */
  files: Record<YearView, Omit<YearFile, 'plan'>>;
  figures: FigureMeaning[];
  judgements: JudgementMeaning[];
  /** Digests of the snapshots, as stored and scored again from the year file that each holds. */
  snapshots: { number: number; kind: string; digest: string; again: string }[];
};

const views: YearView[] = ['reported', 'verified', 'best'];

/** Reads every year whose plan is published, scores it from scratch, and says what it means. Reads only. */
export async function meaningOfYears(ownerUrl: string, appUrl: string): Promise<YearMeaning[]> {
  const db = openDatabase(appUrl, { max: 2 });
  try {
    const years: YearMeaning[] = [];
    for (const { federationId, federation, year, yearId } of await listFederationYears(ownerUrl)) {
      const scope = officerOf(federationId);
      years.push({ federation, year, ...(await inScope(db, scope, (tx) => meaningOf(tx, scope, yearId))) });
    }
    return years;
  } finally {
    await db.$client.end({ timeout: 5 });
  }
}

function officerOf(federationId: string): Scope {
  const nobody = randomUUID();
  return mintScope({
    federationId,
    role: 'officer',
    unitId: null,
    accountId: nobody,
    membershipId: nobody,
    title: 'Kiểm tra nâng cấp',
    requestId: nobody,
  });
}

async function meaningOf(tx: Scoped, scope: Scope, yearId: string): Promise<Omit<YearMeaning, 'federation' | 'year'>> {
  const year = await yearAsStored(tx, scope, yearId);
  const rows = await yearRows(tx, scope, yearId);
  const codes = new Map(rows.units.map(({ unitId, code }) => [unitId, code]));
  const codeOf = (unitId: string) => codes.get(unitId) ?? unitId;
  const files = {} as YearMeaning['files'];
  for (const view of views) files[view] = withoutPlan(assembleYear(yearInputOf(year, rows), view).year);
  const results = scoreYear({ ...files.verified, plan: year.plan.document.scoring });
  const stored = await scoresOf(tx, scope, yearId);
  return {
    digest: results.digest,
    points: pointsOf(results.units),
    storedPoints: pointsOf(stored.map(({ result }) => result)),
    files,
    figures: inOrder(await figureMeanings(tx, scope, year, rows, codeOf)),
    judgements: inOrder(
      (await assessmentsOf(tx, scope, yearId, { withUndone: true })).map((row) => ({
        unit: codeOf(row.unitId),
        line: row.lineCode,
        period: row.periodCode,
        stage: row.stage,
        decision: row.decision,
        figure: row.figure ?? null,
        points: row.points,
        reason: row.reason,
        byAs: row.byAs,
        at: new Date(row.at).toISOString(),
        undone: row.undoneAt !== null,
      })),
    ),
    snapshots: await snapshotMeanings(tx, scope, yearId),
  };
}

/** Figures as people read them. One that the federation entered is as if it had been typed and sent by it. */
async function figureMeanings(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  rows: YearRows,
  codeOf: (unitId: string) => string,
): Promise<FigureMeaning[]> {
  const key = (unit: string, line: string, period: string) => JSON.stringify([unit, line, period]);
  const typed = new Map(
    (await figuresOf(tx, scope, year.id)).map((row) => [key(codeOf(row.unitId), row.lineCode, row.periodCode), row]),
  );
  const entered = new Map(
    rows.assessments
      .filter((row) => row.entered)
      .toReversed()
      .map((row) => [key(codeOf(row.unitId), row.lineCode, row.periodCode), row.byAs]),
  );
  // Of units that were left out of the year too: scoring passes them over, their figures stay.
  const everyone = {
    document: year.plan.document,
    figures: rows.figures.map((row) => ({
      unit: codeOf(row.unitId),
      line: row.lineCode,
      period: row.periodCode,
      state: row.state,
      submitted: row.submitted ?? undefined,
      sending: row.sending,
    })),
    assessments: rows.assessments.toReversed().map((row) => ({ ...assessmentOf(row), unit: codeOf(row.unitId) })),
  };
  return figuresAsRead(everyone).map(({ unit, line, period, status, submitted, settled }) => {
    const row = typed.get(key(unit, line, period));
    return {
      unit,
      line,
      period,
      status,
      value: row ? row.value : (settled ?? null),
      submitted: row ? (submitted ?? null) : (settled ?? null),
      settled: settled ?? null,
      note: row?.note ?? null,
      enteredAs: row?.enteredAs ?? entered.get(key(unit, line, period)) ?? '',
    };
  });
}

function withoutPlan({ plan: _plan, ...file }: YearFile): Omit<YearFile, 'plan'> {
  return file;
}

/** By unit: total, rank, grade, and the points and status of each line. */
const pointsOf = (units: readonly (StoredResult & Partial<UnitResult>)[]): unknown =>
  Object.fromEntries(
    units
      .toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
      .map(({ unit, total, rank, grade, lines }) => [
        unit,
        {
          total,
          rank,
          grade,
          lines: Object.fromEntries(lines.map(({ line, status, points }) => [line, [status, points]])),
        },
      ]),
  );

async function snapshotMeanings(tx: Scoped, scope: Scope, yearId: string): Promise<YearMeaning['snapshots']> {
  const list: YearMeaning['snapshots'] = [];
  for (const { id, number, kind, digest } of (await snapshotsOf(tx, scope, yearId)).toReversed()) {
    const whole = await snapshotById(tx, scope, id);
    list.push({ number, kind, digest, again: scoreYear(whole!.yearFile).digest });
  }
  return list;
}

/** In an order that does not hang on ids or on the order of rows. */
const inOrder = <T>(rows: T[]): T[] => {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
};
