import { isForBlock, linesOf } from '../plan/document.ts';
import { ok, refuse, type Result } from '../result.ts';
import { storedText } from '../text/normalize.ts';
import type { YearChange } from '../year-change/year-change.ts';
import { isTakenAway } from './report.ts';
import type { AskingFor } from './what-is-asked.ts';

/**
 * An officer takes lines from one unit, or gives them back, with the reason that the unit reads. All or none. What the unit
 * sent of a line that is taken stays on record and counts again once the line is given back.
 *
 * Refusals: `reason-needed`; `line-unknown` for a line that the plan, or the unit's block, does not have;
 * `line-taken-already`, `line-not-taken`. Each names the line.
 */
export function assignLines(
  unit: Pick<AskingFor, 'unit' | 'document' | 'block' | 'targets'>,
  lines: readonly string[],
  assigned: boolean,
  reason: string,
): Result<YearChange[], 'reason-needed' | 'line-unknown' | 'line-taken-already' | 'line-not-taken'> {
  const said = storedText(reason);
  if (said === '') return refuse('reason-needed');
  const known = new Map(linesOf(unit.document.scoring).map(({ line }) => [line.code, line]));
  const wanted = [...new Set(lines)];
  for (const code of wanted) {
    const line = known.get(code);
    if (line === undefined || !isForBlock(line, unit.block)) return refuse('line-unknown', { line: code });
    if (isTakenAway(unit.targets, code) !== assigned)
      return refuse(assigned ? 'line-not-taken' : 'line-taken-already', { line: code });
  }
  return ok(wanted.map((line): YearChange => ({ kind: 'assignment', unit: unit.unit, line, assigned, reason: said })));
}
