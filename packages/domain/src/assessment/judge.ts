import { inputOf, type FigureValue } from '../figure/figure.ts';
import { fits, type MisfitCode } from '../figure/fits.ts';
import { sameFigure } from '../figure/same-figure.ts';
import { compareDecimals, isDecimal, neededDecimals } from '../numbers/decimal.ts';
import { localMinuteOf, type Instant } from '../period/local-time.ts';
import { isBeyondReach, latestDue } from '../period/within-reach.ts';
import type { LineConduct } from '../plan/conduct.schema.ts';
import { type FigureStep, figureStanding, mayFigure } from '../figure/status.ts';
import type { Assessment } from '../figure/assessment.ts';
import { ok, refuse, type Result } from '../result.ts';
import { scoringOf } from '../rules/kinds.ts';
import { storedText } from '../text/normalize.ts';
import type { Line } from '../year-file/index.ts';
import type { YearChange } from '../year-change/year-change.ts';
import type { Assessor, Case } from './case.ts';

/**
 * Why a figure cannot be judged by this person now. `already-assessed`: another officer was faster. `stale-revision`: the
 * figure has changed since. `report-withdrawn`: the unit took it back. `figure-not-submitted`: it was never sent.
 */
export type JudgeRefusal =
  'own-unit' | 'already-assessed' | 'stale-revision' | 'report-withdrawn' | 'figure-not-submitted';

/** Accepts the figure as it was sent. */
export function acceptFigure(subject: Case, by: Assessor, now: Instant): Result<YearChange[], JudgeRefusal> {
  const checked = mayJudge(subject, by, 'accept');
  return checked.ok ? ok([assessed(subject, by, now, { decision: 'accepted' })]) : checked;
}

/** What an officer puts in place: another figure, or other points. */
export type Correction = { readonly figure: FigureValue } | { readonly points: string };

export type AdjustRefusal =
  | JudgeRefusal
  | MisfitCode
  | 'reason-needed'
  | 'figure-unchanged'
  | 'points-outside'
  | 'line-not-given'
  | 'number-too-fine'
  | 'number-unreadable'
  | 'parts-needed'
  | 'value-needed';

/**
 * Puts another figure, or other points, in place of what was sent; the reason is shown to the unit. A figure must be one
 * that the line takes and another than the one sent (`figure-unchanged`: that would be accepting it, and the unit would read
 * that it was corrected), points must lie between the lowest the rule can give and the line's maximum (`points-outside`)
 * with at most the plan's decimals. Points are refused where the figure says "không phát sinh" and the line is then
 * dropped (`line-not-given`): correct the figure instead. `places` is the plan's.
 */
export function adjustFigure(
  subject: Case,
  line: Line,
  conduct: Pick<LineConduct, 'accumulate'>,
  correction: Correction,
  reason: string,
  by: Assessor,
  now: Instant,
  places = 2,
): Result<YearChange[], AdjustRefusal> {
  const checked = mayJudge(subject, by, 'adjust');
  if (!checked.ok) return checked;
  const said = storedText(reason);
  if (said === '') return refuse('reason-needed');
  const { submitted } = subject.record;
  if ('points' in correction) {
    const answer = checkPoints(line, correction.points, submitted, places);
    if (!answer.ok) return answer;
    return ok([assessed(subject, by, now, { decision: 'adjusted', points: correction.points, reason: said })]);
  }
  const answer = checkFigure(line, conduct, correction.figure);
  if (!answer.ok) return answer;
  if (sameFigure(correction.figure, submitted)) return refuse('figure-unchanged');
  return ok([assessed(subject, by, now, { decision: 'adjusted', figure: correction.figure, reason: said })]);
}

/**
 * Sends a figure back, with what was seen and what is missing, and until when, at most a year from now; the line stays open
 * until then and after.
 */
export function returnFigure(
  subject: Case,
  reason: string,
  due: Instant | undefined,
  by: Assessor,
  now: Instant,
): Result<YearChange[], JudgeRefusal | 'reason-needed' | 'due-in-the-past' | 'day-out-of-reach'> {
  const checked = mayJudge(subject, by, 'return');
  if (!checked.ok) return checked;
  const said = storedText(reason);
  if (said === '') return refuse('reason-needed');
  if (due !== undefined && due <= now) return refuse('due-in-the-past');
  if (due !== undefined && isBeyondReach(localMinuteOf(due), localMinuteOf(now)))
    return refuse('day-out-of-reach', { to: latestDue(localMinuteOf(now)).slice(0, 10) });
  return ok([
    assessed(subject, by, now, { decision: 'returned', reason: said, ...(due === undefined ? {} : { due }) }),
  ]);
}

/**
 * The federation, or a partner, enters a line that is its to enter; nothing is left to verify then. Entering again
 * replaces the figure, the former one stays among the layers. `line-not-asked` for lines that units enter.
 */
export function enterFigure(
  subject: Case,
  line: Line,
  conduct: Pick<LineConduct, 'accumulate' | 'enteredBy'>,
  figure: FigureValue,
  by: Assessor,
  now: Instant,
): Result<YearChange[], AdjustRefusal | 'line-not-asked'> {
  const { record, seen, revision, unit } = subject;
  if (by.unit === unit) return refuse('own-unit');
  if (conduct.enteredBy === 'unit') return refuse('line-not-asked', { line: line.code });
  if (revision !== seen) return refuse('stale-revision', { revision });
  if (!mayFigure(record.status, 'enter')) return refuse('already-assessed', { status: record.status });
  const answer = checkFigure(line, conduct, figure);
  if (!answer.ok) return answer;
  return ok([assessed(subject, by, now, { decision: 'accepted', sending: 0, figure, entered: true })]);
}

/** The one change a judgement is: an assessment of the figure as it was sent last. */
function assessed(
  { unit, record }: Case,
  by: Assessor,
  now: Instant,
  said: Pick<Assessment, 'decision'> & Partial<Assessment>,
): YearChange {
  const { line, period, sending } = record;
  return { kind: 'assessment', unit, assessment: { line, period, stage: by.stage, sending, ...said, at: now } };
}

function mayJudge({ unit, record, revision, seen }: Case, by: Assessor, step: FigureStep): Result<true, JudgeRefusal> {
  if (by.unit === unit) return refuse('own-unit');
  const standing = figureStanding(record.status);
  if (!mayFigure(record.status, step)) {
    if (standing !== 'owed') return refuse('already-assessed', { status: record.status });
    return refuse(record.submitted === undefined ? 'figure-not-submitted' : 'report-withdrawn');
  }
  if (revision !== seen) return refuse('stale-revision', { revision });
  return ok(true);
}

function checkFigure(
  line: Line,
  conduct: Pick<LineConduct, 'accumulate'>,
  figure: FigureValue,
): Result<FigureValue, MisfitCode | 'parts-needed' | 'value-needed'> {
  const answer = fits(line, figure);
  if (!answer.ok) return answer;
  if (conduct.accumulate === 'sumParts' && 'value' in figure) return refuse('parts-needed');
  if (conduct.accumulate === 'sum' && 'part' in figure && inputOf(line, 'sum') === 'value')
    return refuse('value-needed');
  return answer;
}

function checkPoints(
  line: Line,
  points: string,
  figure: FigureValue | undefined,
  places: number,
): Result<true, 'number-unreadable' | 'number-too-fine' | 'points-outside' | 'line-not-given'> {
  if (!isDecimal(points)) return refuse('number-unreadable');
  const lowest = scoringOf(line.rule).lowest(line.rule);
  if (compareDecimals(points, line.max) > 0 || compareDecimals(points, lowest) < 0) {
    return refuse('points-outside', { min: lowest, max: line.max });
  }
  if (neededDecimals(points) > places) return refuse('number-too-fine', { digits: places });
  if (figure !== undefined && 'notApplicable' in figure && line.whenNotApplicable === 'drop') {
    return refuse('line-not-given', { line: line.code });
  }
  return ok(true);
}
