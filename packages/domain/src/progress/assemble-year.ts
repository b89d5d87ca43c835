import { combine, type PeriodFigure } from '../figure/combine.ts';
import { type FigureValue } from '../figure/figure.ts';
import { fits } from '../figure/fits.ts';
import { compareDecimals } from '../numbers/decimal.ts';
import { inOrder } from '../period/period.ts';
import { conductOf, isForBlock, linesOf, takesOwnTarget } from '../plan/document.ts';
import { guidanceOf } from '../rules/guidance.ts';
import { scoringOf } from '../rules/kinds.ts';
import type { Adjustment, Figure, Line, Target, Unit, YearFile } from '../year-file/index.ts';
import { unitLineKey } from '../figure/figure-key.ts';
import { groupBy } from './group-by.ts';
import { twoSidesOf } from './figures-as-read.ts';
import type { YearInput, YearView } from './input.ts';
import { targetsInForce } from './targets-in-force.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Something on record that the latest plan version has no place for. It is kept, and named, but does not count. */
export type LeftOut = {
  readonly unit: string;
  readonly line: string;
  readonly what: 'figure' | 'points' | 'target';
  /** `line-gone`: the plan no longer has it; `not-assigned`; else why it does not fit the line as it now is. */
  readonly why: string;
};

/** The year file of a running year in one view, valid for the engine, and what could not be carried into it. */
export type AssembledYear = { readonly year: YearFile; readonly leftOut: readonly LeftOut[] };

/**
 * Puts a running year together as a year file: the latest plan version, the units, their targets, one figure for each unit
 * and line made of its periods (`combine`), and judgements on points as adjustments.
 *
 * Of several judgements on one line in different periods the last period's decides whether its points stand: an
 * adjustment replaces the points of the whole year, so it cannot outlive figures that were accepted after it.
 */
export function assembleYear(input: YearInput, view: YearView): AssembledYear {
  const work = new Assembly(input, view);
  const { document, units, lots, decisions } = input;
  const inYear = new Set(units.map((unit) => unit.code));
  const year: YearFile = {
    format: 'giaouoc-year/1',
    plan: document.scoring,
    units: [...units],
    targets: work.targets,
    figures: work.figures,
    adjustments: work.adjustments,
    ...(lots === undefined
      ? {}
      : { lots: Object.fromEntries(Object.entries(lots).filter(([unit]) => inYear.has(unit))) }),
    ...(decisions === undefined ? {} : { decisions: decisionsLeft(input, inYear) }),
  };
  return { year, leftOut: work.leftOut };
}

/** Decisions about quotas the plan still has that are still to be decided, about units that still take part. */
function decisionsLeft({ document, decisions = [] }: YearInput, inYear: ReadonlySet<string>) {
  const open = new Set(
    (document.scoring.quotas ?? []).filter((quota) => quota.ties === 'decide').map((quota) => quota.code),
  );
  return decisions.filter(({ quota, keep }) => open.has(quota) && keep.every((unit) => inYear.has(unit)));
}

class Assembly {
  readonly targets: Target[] = [];
  readonly figures: Figure[] = [];
  readonly adjustments: Adjustment[] = [];
  readonly leftOut: LeftOut[] = [];
  private readonly lines: ReadonlyMap<string, Line>;
  private readonly units: ReadonlyMap<string, Unit>;
  private readonly notAssigned = new Set<string>();
  private readonly input: YearInput;
  private readonly view: YearView;

  constructor(input: YearInput, view: YearView) {
    this.input = input;
    this.view = view;
    this.lines = new Map(linesOf(input.document.scoring).map(({ line }) => [line.code, line]));
    this.units = new Map(input.units.map((unit) => [unit.code, unit]));
    this.readTargets();
    this.readFigures();
  }

  private drop(unit: string, line: string, what: LeftOut['what'], why: string): void {
    this.leftOut.push({ unit, line, what, why });
  }

  /** Why a line does not exist for a unit; nothing when it does. Units outside the year are passed over in silence. */
  private whyNotThere(unit: Unit, code: string): string | undefined {
    const line = this.lines.get(code);
    if (line === undefined) return 'line-gone';
    return isForBlock(line, unit.block) ? undefined : 'not-assigned';
  }

  private readTargets(): void {
    const seen = new Set<string>();
    for (const { unit: code, line: lineCode, target, assigned } of targetsInForce(this.input)) {
      const unit = this.units.get(code);
      const key = unitLineKey(code, lineCode);
      if (unit === undefined || seen.has(key)) continue;
      const why = this.whyNotThere(unit, lineCode);
      if (assigned === false) {
        seen.add(key);
        if (why !== undefined) continue;
        this.notAssigned.add(key);
        this.targets.push({ unit: code, line: lineCode, assigned: false });
      } else if (target !== undefined) {
        seen.add(key);
        const line = this.lines.get(lineCode);
        if (why !== undefined || line === undefined || !takesOwnTarget(line)) {
          this.drop(code, lineCode, 'target', why ?? 'target-not-own');
        } else if (needsPositiveTarget(line) && compareDecimals(target, '0') <= 0) {
          this.drop(code, lineCode, 'target', 'target-not-positive');
        } else this.targets.push({ unit: code, line: lineCode, target });
      }
    }
  }

  private readFigures(): void {
    const { document } = this.input;
    const byLine = groupBy(twoSidesOf(this.input), ({ figure }) => unitLineKey(figure.unit, figure.line));
    const order = new Map(inOrder(document.conduct.periods).map((period, place) => [period.code, place]));
    for (const given of byLine.values()) {
      const first = given[0]?.figure;
      const unit = first === undefined ? undefined : this.units.get(first.unit);
      if (first === undefined || unit === undefined) continue;
      const verdicts = given
        // A period the plan no longer has comes before the ones it has, so that the latest figure is a current one.
        .sort((a, b) => (order.get(a.figure.period) ?? -1) - (order.get(b.figure.period) ?? -1))
        .flatMap(({ figure, assessments }) => {
          const verdict = verdictOf(figure, assessments, document.conduct, this.view);
          return verdict === undefined ? [] : [{ period: figure.period, verdict }];
        });
      if (verdicts.length > 0) this.addLine(unit, first.line, verdicts);
    }
  }

  private addLine(unit: Unit, code: string, verdicts: readonly { period: string; verdict: Verdict }[]): void {
    const why =
      this.whyNotThere(unit, code) ?? (this.notAssigned.has(unitLineKey(unit.code, code)) ? 'not-assigned' : undefined);
    const line = this.lines.get(code);
    const conduct = conductOf(this.input.document.conduct, code);
    if (why !== undefined || line === undefined || conduct === undefined) {
      this.drop(unit.code, code, 'figure', why ?? 'line-gone');
      return;
    }
    const fitting = verdicts.flatMap(({ period, verdict }): PeriodFigure[] => {
      if (verdict.figure === undefined) return [];
      const answer = fits(line, verdict.figure);
      if (answer.ok) return [{ period, figure: verdict.figure }];
      this.drop(unit.code, code, 'figure', answer.code);
      return [];
    });
    const made = combine(line, conduct.accumulate, fitting);
    if (made !== undefined) this.figures.push({ unit: unit.code, line: code, ...made.figure });
    const points = verdicts.at(-1)?.verdict.points;
    if (points === undefined) return;
    const misfit = pointsMisfit(line, points.points, made?.figure);
    if (misfit === undefined) this.adjustments.push({ unit: unit.code, line: code, ...points });
    else this.drop(unit.code, code, 'points', misfit);
  }
}

/** Why points a person gave cannot stand on this line; nothing when they can. */
export function pointsMisfit(line: Line, points: string, figure: FigureValue | undefined): string | undefined {
  if (figure !== undefined && 'notApplicable' in figure && line.whenNotApplicable === 'drop') return 'line-not-given';
  const outside =
    compareDecimals(points, line.max) > 0 || compareDecimals(points, scoringOf(line.rule).lowest(line.rule)) < 0;
  return outside ? 'points-outside' : undefined;
}

/** Rules that divide by the target. */
const needsPositiveTarget = ({ rule }: Line): boolean => guidanceOf(rule.kind).check.positiveTarget === true;
