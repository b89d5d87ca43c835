import { recordAudit } from '@giaouoc/db/queries/audit';
import { lockReport, updateReport } from '@giaouoc/db/queries/report';
import { yearUnits } from '@giaouoc/db/queries/year';
import { instantOf, localMinuteOf } from '@giaouoc/domain/period/index';
import { extendDeadline as decide } from '@giaouoc/domain/report/index';
import type { z } from 'zod';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { takesPart } from '../../year/acting-unit.ts';
import type { extendInput } from './report.schema.ts';

/**
 * Gives one unit longer for one period, with a reason it will read.
 *
 * @throws not-found, unit-not-in-year, unit-left-out, reason-needed, day-unreadable, deadline-not-later, due-in-the-past
 */
export function extendDeadline(ctx: Member, input: z.infer<typeof extendInput>): Promise<void> {
  return writeInRunningYear(ctx, { action: 'report.extend', work: 'report' }, input, async (tx, year) => {
    const { scope } = ctx;
    const period = year.plan.document.conduct.periods.find((one) => one.code === input.period);
    if (!period) throw new Refused('not-found');
    await takesPart(tx, scope, year.id, input.unitId);
    const [unit] = await yearUnits(tx, scope, year.id, [input.unitId]);
    if (!unit) throw new Refused('not-found');
    const stored = await lockReport(tx, scope, year.id, input.unitId, input.period);
    const current = stored.dueAt === null ? undefined : { due: localMinuteOf(Date.parse(stored.dueAt)) };
    const extension = granted(decide(period, current, input.due, input.reason, ctx.now().getTime()));
    await updateReport(tx, scope, year.id, stored, {
      dueAt: new Date(instantOf(extension.due)).toISOString(),
      dueReason: extension.reason,
    });
    await recordAudit(tx, scope, {
      action: 'report.extend',
      subject: `${period.title} · ${unit.name}`,
      unitId: input.unitId,
      yearId: year.id,
      before: { due: current?.due ?? period.due },
      after: extension,
    });
  });
}
