import { figureStanding, whyNotOpen } from '@giaouoc/domain/figure/index';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import type { ReportingUnit } from './load-unit.ts';

/**
 * Whether files may still be added to these lines: what was sent is judged by the files it was sent with. The federation
 * may add proof to what it has settled. A file that lies there already is no change, however often it is sent.
 *
 * PostgreSQL holds the same (guard_figure_evidence), for the moment between this look and the write.
 *
 * @throws figure-sent, figure-verified
 */
export function checkStillOpen(
  { scope }: Pick<Member, 'scope'>,
  { asking, evidence }: ReportingUnit,
  places: readonly { line: string; period: string }[],
  evidenceId: string | undefined,
): void {
  for (const { line, period } of places) {
    const lies = evidence.some(
      (file) => file.id === evidenceId && file.lineCode === line && file.periodCode === period,
    );
    const record = asking.figures.find((one) => one.line === line && one.period === period);
    const status = record?.status ?? 'empty';
    const standing = figureStanding(status);
    if (!lies && (standing === 'waiting' || (standing === 'settled' && scope.unitId)))
      throw new Refused(whyNotOpen(status), { line });
  }
}
