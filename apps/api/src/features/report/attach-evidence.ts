import { recordAudit } from '@giaouoc/db/queries/audit';
import { evidenceById, evidenceOf, linkEvidence, unlinkEvidence } from '@giaouoc/db/queries/evidence';
import { figureStanding, whyNotOpen } from '@giaouoc/domain/figure/index';
import type { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { actingUnit } from '../../year/acting-unit.ts';
import { checkPlaces } from '../../year/check-places.ts';
import { checkStillOpen } from '../../year/check-still-open.ts';
import { loadUnitAtWork } from '../../year/load-unit.ts';
import type { attachInput, detachInput } from './report.schema.ts';

/**
 * Lays files that the unit has sent beside lines: one file may speak for several lines, a line may have several files.
 *
 * @throws not-found (a file that is not this unit's), line-not-asked, too-many-files, figure-sent, figure-verified
 */
export function attachEvidence(ctx: Member, input: z.infer<typeof attachInput>): Promise<void> {
  const { unitId } = actingUnit(ctx, input.unitId, 'report.enterFor');
  return writeInRunningYear(ctx, { action: 'evidence.attach', work: 'report' }, input, async (tx, year) => {
    const { scope } = ctx;
    const loaded = await loadUnitAtWork(tx, scope, year, unitId);
    const files = await Promise.all(input.evidenceIds.map((id) => evidenceById(tx, scope, id)));
    if (files.some((file) => file?.unitId !== unitId)) throw new Refused('not-found');
    checkPlaces(year, loaded, input.places, input.evidenceIds);
    for (const id of input.evidenceIds) checkStillOpen(ctx, loaded, input.places, id);
    const places = input.places.map(({ line, period }) => ({
      yearId: year.id,
      unitId,
      lineCode: line,
      periodCode: period,
    }));
    await linkEvidence(tx, scope, places, input.evidenceIds);
    await recordAudit(tx, scope, {
      action: 'evidence.attach',
      subject: `${input.places.map((place) => place.line).join(', ')} · ${loaded.unit.name}`,
      unitId,
      yearId: year.id,
      after: { evidenceIds: input.evidenceIds, places: input.places },
    });
  });
}

/**
 * Takes a file away from a line that is still the unit's to change; the file itself stays (R7).
 *
 * @throws not-found, figure-sent, figure-verified (the file is what the officer looks at)
 */
export function detachEvidence(ctx: Member, input: z.infer<typeof detachInput>): Promise<void> {
  const { unitId } = actingUnit(ctx, input.unitId, 'report.enterFor');
  return writeInRunningYear(ctx, { action: 'evidence.detach', work: 'report' }, input, async (tx, year) => {
    const { scope } = ctx;
    const loaded = await loadUnitAtWork(tx, scope, year, unitId);
    const record = loaded.asking.figures.find((one) => one.line === input.line && one.period === input.period);
    const status = record?.status ?? 'empty';
    if (['waiting', 'settled'].includes(figureStanding(status)))
      throw new Refused(whyNotOpen(status), { line: input.line });
    const [linked] = (
      await evidenceOf(tx, scope, year.id, [unitId], { lineCode: input.line, periodCode: input.period })
    ).filter((file) => file.id === input.evidenceId);
    const place = { yearId: year.id, unitId, lineCode: input.line, periodCode: input.period };
    if (!linked || !(await unlinkEvidence(tx, scope, place, input.evidenceId, ctx.now().toISOString())))
      throw new Refused('not-found');
    await recordAudit(tx, scope, {
      action: 'evidence.detach',
      subject: `${input.line} · ${linked.name} · ${loaded.unit.name}`,
      unitId,
      yearId: year.id,
      before: { evidenceId: input.evidenceId },
    });
  });
}
