import { assessmentsOf } from '@giaouoc/db/queries/assessment';
import { evidenceCounts } from '@giaouoc/db/queries/evidence';
import { figuresOf, type FigureRow } from '@giaouoc/db/queries/figure';
import { targetsOf } from '@giaouoc/db/queries/target';
import { yearUnits, type YearUnitRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import { combine, figureInWords, type FigureValue } from '@giaouoc/domain/figure/index';
import { inOrder } from '@giaouoc/domain/period/index';
import { conductOf, linesOf } from '@giaouoc/domain/plan/index';
import { figureStanding, type FigureStatus } from '@giaouoc/domain/report/index';
import { scoreLine } from '@giaouoc/domain/scoring/index';
import type { Line } from '@giaouoc/domain/year-file/index';
import type { RunningYear } from '../year/running-year.ts';
import type { QueueItem } from './assessment.schema.ts';

/** All that a queue is made of: sent figures of the lines that units enter, in a constant number of queries. */
export type Review = {
  units: YearUnitRow[];
  /** Sent or settled figures of units in the year, lines that units enter. */
  rows: FigureRow[];
  itemOf: (row: FigureRow) => QueueItem;
};

export async function loadReview(tx: Scoped, scope: Scope, year: RunningYear): Promise<Review> {
  const [units, figures, targets, files, assessments] = await Promise.all([
    yearUnits(tx, scope, year.id),
    figuresOf(tx, scope, year.id),
    targetsOf(tx, scope, year.id),
    evidenceCounts(tx, scope, year.id),
    assessmentsOf(tx, scope, year.id),
  ]);
  const { document } = year.plan;
  const byUnit = new Map(units.map((unit) => [unit.unitId, unit]));
  const lines = new Map(linesOf(document.scoring).map(({ line }) => [line.code, line]));
  const periods = inOrder(document.conduct.periods);
  const periodTitles = new Map(periods.map((period) => [period.code, period.title]));
  const own = new Map(targets.map((target) => [`${target.unitId}\n${target.lineCode}`, target.target]));
  const counts = new Map(files.map((file) => [`${file.unitId}\n${file.lineCode}\n${file.periodCode}`, file.count]));
  const byLine = new Map<string, FigureRow[]>();
  for (const row of figures) {
    const key = `${row.unitId}\n${row.lineCode}`;
    byLine.set(key, [...(byLine.get(key) ?? []), row]);
  }
  const wholes = wholesOf(figures);

  const itemOf = (row: FigureRow): QueueItem => {
    const unit = byUnit.get(row.unitId)!;
    const line = lines.get(row.lineCode)!;
    const conduct = conductOf(document.conduct, row.lineCode)!;
    const shown = (row.settled ?? row.submitted) as FigureValue;
    const given = periods.flatMap((period) => {
      const one = byLine.get(`${row.unitId}\n${row.lineCode}`)?.find((other) => other.periodCode === period.code);
      const figure = (one?.settled ?? one?.submitted) as FigureValue | null | undefined;
      return figure ? [{ period: period.code, figure }] : [];
    });
    const ofYear = combine(line, conduct.accumulate, given)?.figure;
    const target = own.get(`${row.unitId}\n${row.lineCode}`) ?? undefined;
    const judged = assessments.find(
      (one) =>
        one.unitId === row.unitId &&
        one.lineCode === row.lineCode &&
        one.periodCode === row.periodCode &&
        one.points !== null,
    );
    const points = judged?.points ?? pointsOf(line, ofYear, target, document.scoring.places ?? 2);
    const evidence = counts.get(`${row.unitId}\n${row.lineCode}\n${row.periodCode}`) ?? 0;
    return {
      unitId: row.unitId,
      unitName: unit.name,
      blockCode: unit.blockCode,
      line: row.lineCode,
      lineTitle: line.title,
      period: row.periodCode,
      periodTitle: periodTitles.get(row.periodCode) ?? row.periodCode,
      status: row.status as FigureStatus,
      revision: row.revision,
      words: figureInWords(line, shown),
      points,
      max: line.max,
      evidence,
      flags: flagsOf(row, shown, points, evidence, conduct.evidence.needed, wholes),
      submittedAt: row.submittedAt,
      enteredFor: row.enteredFor,
    };
  };
  const rows = figures.filter((row) => {
    const standing = figureStanding(row.status as FigureStatus);
    const known =
      byUnit.has(row.unitId) &&
      lines.has(row.lineCode) &&
      conductOf(document.conduct, row.lineCode)?.enteredBy === 'unit';
    return (
      known && row.submitted !== null && (standing === 'waiting' || standing === 'settled' || standing === 'returned')
    );
  });
  return { units, rows, itemOf };
}

/** Points by the rule; a leader line has none before everyone is scored. */
export function pointsOf(
  line: Line,
  figure: FigureValue | undefined,
  target: string | undefined,
  places: number,
): string | null {
  if (figure === undefined || line.rule.kind === 'leader') return null;
  return scoreLine(line, { figure, ...(target === undefined ? {} : { target }) }, places).points;
}

type Wholes = Map<string, { whole: string; line: string }>;

/**
 * The commonest "out of how many" of each unit and period. A figure that counts out of another number than the unit's
 * other lines of the same period is worth a second look: most often it is the number of members, typed twice.
 */
function wholesOf(figures: readonly FigureRow[]): Wholes {
  const seen = new Map<string, Map<string, { count: number; line: string }>>();
  for (const row of figures) {
    const figure = row.submitted as FigureValue | null;
    if (!figure || !('whole' in figure)) continue;
    const key = `${row.unitId}\n${row.periodCode}`;
    const ofUnit = seen.get(key) ?? new Map<string, { count: number; line: string }>();
    const entry = ofUnit.get(figure.whole) ?? { count: 0, line: row.lineCode };
    ofUnit.set(figure.whole, { ...entry, count: entry.count + 1 });
    seen.set(key, ofUnit);
  }
  const commonest: Wholes = new Map();
  for (const [key, ofUnit] of seen) {
    const [best] = [...ofUnit].sort(([, a], [, b]) => b.count - a.count);
    if (best && best[1].count > 1) commonest.set(key, { whole: best[0], line: best[1].line });
  }
  return commonest;
}

function flagsOf(
  row: FigureRow,
  figure: FigureValue,
  points: string | null,
  evidence: number,
  needed: string,
  wholes: Wholes,
): QueueItem['flags'] {
  const flags: QueueItem['flags'] = [];
  if (row.status === 'resubmitted') flags.push({ code: 'again', line: null });
  if (points !== null && /^0(\.0+)?$/.test(points)) flags.push({ code: 'zero', line: null });
  if (evidence === 0 && needed !== 'no' && !('notApplicable' in figure))
    flags.push({ code: 'no-evidence', line: null });
  const common = wholes.get(`${row.unitId}\n${row.periodCode}`);
  if ('whole' in figure && common && common.whole !== figure.whole)
    flags.push({ code: 'whole-differs', line: common.line });
  return flags;
}
