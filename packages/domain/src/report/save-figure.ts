import type { FigureValue } from '../figure/figure.ts';
import { fits, type MisfitCode } from '../figure/fits.ts';
import { isOpen } from '../period/period.ts';
import type { Instant } from '../period/local-time.ts';
import { ok, refuse, type Result } from '../result.ts';
import { mayFigure, whyNotOpen, type NotOpenCode } from '../figure/status.ts';
import type { FigureChange } from '../year-change/year-change.ts';
import { recordOf } from './report.ts';
import { type AskingFor, lineAsked } from './what-is-asked.ts';

/**
 * Keeps a draft of one figure, or clears it (`undefined`). `seen` is the revision the writer saw: an older one is refused
 * with `stale-revision`, and both versions are shown (R3). A figure that was sent is changed only after it was withdrawn
 * or returned (`figure-sent`, `figure-verified`).
 */
export function saveFigure(
  unit: AskingFor,
  line: string,
  period: string,
  figure: FigureValue | undefined,
  seen: number,
  now: Instant,
): Result<FigureChange[], MisfitCode | 'line-not-asked' | 'period-not-open' | NotOpenCode | 'stale-revision'> {
  const asked = lineAsked(unit, line, period);
  if (asked === undefined) return refuse('line-not-asked', { line });
  const place = unit.document.conduct.periods.find((other) => other.code === period);
  if (place === undefined || !isOpen(place, now)) return refuse('period-not-open', { from: place?.from ?? '' });
  const record = recordOf(unit.figures, line, period);
  if (record.revision !== seen) return refuse('stale-revision', { revision: record.revision });
  if (!mayFigure(record.status, 'save')) return refuse(whyNotOpen(record.status), { line });
  if (figure !== undefined) {
    const answer = fits(asked.line, figure);
    if (!answer.ok) return answer;
  }
  // What was sent stands while a returned line is typed anew.
  const state = record.state === 'sent' ? 'sent' : figure === undefined ? 'empty' : 'draft';
  const { submitted, sending } = record;
  return ok([{ kind: 'figure', unit: unit.unit, side: { line, period, state, value: figure, submitted, sending } }]);
}
