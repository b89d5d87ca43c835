import { recordAudit } from '@giaouoc/db/queries/audit';
import { insertSnapshot } from '@giaouoc/db/queries/snapshot';
import { takeYearStep } from '@giaouoc/db/queries/year-step';
import type { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { stepInYear } from '../../year/write-in-year.ts';
import { runningYear } from '../../year/running-year.ts';
import type { makeInput } from './ranking.schema.ts';
import { basisOf, yearNow } from './year-results.ts';

/** A snapshot's number as people read it on screen and paper. */
export const snapshotNumber = (yearCode: string, number: number): string =>
  `BXH-${yearCode}-${String(number).padStart(2, '0')}`;

/**
 * Makes the year provisional: what counts now is scored, ranked, graded and kept whole as the next snapshot. From then on
 * nothing that counts changes, until the provisional result is withdrawn; earlier snapshots stay.
 *
 * @throws year-step-not-now; ranking-blocked with the kinds that block, or that merely warn and were not named in `despite`
 */
export function makeProvisional(
  ctx: Member,
  input: z.output<typeof makeInput>,
): Promise<{ id: string; number: string; digest: string }> {
  const deed = { action: 'ranking.makeProvisional', step: 'make-provisional' } as const;
  return stepInYear(ctx, deed, input, async (tx, held, after) => {
    const { scope } = ctx;
    const year = await runningYear(tx, scope, held.id);
    const { file, results, blockers } = await yearNow(tx, scope, year, ctx.now().getTime());
    const inTheWay = blockers.filter((blocker) => blocker.blocks || !input.despite.includes(blocker.kind));
    if (inTheWay.length > 0) throw new Refused('ranking-blocked', { kinds: inTheWay.map((blocker) => blocker.kind) });
    const { whys, ...bare } = results;
    if (whys === undefined) throw new Error('a ranking is kept with its whys');
    const made = await insertSnapshot(tx, scope, {
      yearId: year.id,
      kind: 'provisional',
      planVersion: year.plan.version,
      engine: results.engine,
      yearFile: file,
      results: bare,
      whys,
      digest: results.digest,
      basis: await basisOf(tx, scope, year),
      createdAt: ctx.now().toISOString(),
    });
    const number = snapshotNumber(year.code, made.number);
    await takeYearStep(tx, scope, year.id, {
      step: 'make-provisional',
      before: year.status,
      after,
      reason: null,
      snapshotId: made.id,
      at: ctx.now().toISOString(),
    });
    await recordAudit(tx, scope, {
      action: 'ranking.makeProvisional',
      subject: `${year.title}, ${number}`,
      yearId: year.id,
      before: { status: year.status },
      after: { status: after, number, digest: results.digest, despite: input.despite },
    });
    return { id: made.id, number, digest: results.digest };
  });
}
