import type { z } from 'zod';
import { countersigned } from '@giaouoc/domain/access/presence';
import { countersignPledge as decide } from '@giaouoc/domain/pledge/index';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { presenceFor } from '../../presence/prove-presence.ts';
import { takesPart } from '../../year/acting-unit.ts';
import { giveSignatures } from './give-signatures.ts';
import { loadPledges } from './load-pledges.ts';
import type { countersignInput } from './pledge.schema.ts';

/**
 * The federation countersigns many pledges with one proof of presence: all of them, or none. Each names the content the
 * officer saw.
 *
 * @returns how many were countersigned.
 * @throws what {@link presenceFor} throws; already-signed, pledge-step-not-now, pledge-content-changed, not-found, unit-not-in-year, unit-left-out
 */
export async function countersignPledges(
  ctx: Member,
  { presence, ...input }: z.infer<typeof countersignInput>,
): Promise<number> {
  const purpose = { action: 'pledge.countersign', about: input.pledges.map(countersigned) } as const;
  const strength = await presenceFor(ctx, purpose, presence, input.clientId);
  return writeInRunningYear(ctx, { action: purpose.action, work: 'pledge' }, input, async (tx, year) => {
    if (strength === undefined) throw new Error('an earlier write is gone');
    const unitIds = input.pledges.map((pledge) => pledge.unitId);
    const { federation, units, pledges, earlier } = await loadPledges(tx, ctx.scope, year, { unitIds, lock: true });
    for (const unitId of unitIds)
      if (!units.some((unit) => unit.unitId === unitId)) await takesPart(tx, ctx.scope, year.id, unitId);
    const at = ctx.now().toISOString();
    const wanted = [...new Map(input.pledges.map((pledge) => [countersigned(pledge), pledge])).values()];
    const giving = wanted.map(({ unitId, hash }) => {
      // What was signed on an earlier version is countersigned as well: a new version takes no signature away.
      const own = [...pledges, ...earlier].filter((pledge) => pledge.unit.unitId === unitId);
      const pledge = own.find(({ record }) => record.hash === hash) ?? own[0];
      if (!pledge) throw new Refused('not-found');
      const signed = granted(decide(pledge.record, pledge.plan.document.conduct.signing, { strength, hash, at }));
      return { pledge, after: signed.pledge, signatures: [signed.signature] };
    });
    await giveSignatures(tx, ctx, year, federation, giving, input.name);
    return giving.length;
  });
}
