import type { z } from 'zod';
import type { Role } from '@giaouoc/domain/access/index';
import { signPledge as decide, type GivenSignature } from '@giaouoc/domain/pledge/index';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { presenceFor } from '../../presence/prove-presence.ts';
import { giveSignatures } from './give-signatures.ts';
import { lockPledge } from './lock-pledge.ts';
import type { SignatureOutput, signInput } from './pledge.schema.ts';

/** In what capacity a role signs for its unit; null for roles that sign for no unit. */
export function capacityOf(role: Role): GivenSignature['capacity'] | null {
  return role === 'chair' || role === 'deputy' || role === 'principal' ? role : null;
}

/**
 * A person of the unit's side signs the pledge they saw, after proving to be there (A4).
 *
 * @throws what {@link presenceFor} throws; pledge-content-changed, capacity-not-asked, already-signed,
 *   target-missing, pledge-step-not-now, pledge-not-offered
 */
export async function signPledge(
  ctx: Member,
  { presence, ...input }: z.infer<typeof signInput>,
): Promise<SignatureOutput> {
  const { unitId } = ctx.scope;
  if (!unitId) throw new Refused('not-allowed');
  const purpose = { action: 'pledge.sign', about: [input.hash] } as const;
  const strength = await presenceFor(ctx, purpose, presence, input.clientId);
  return writeInRunningYear(ctx, { action: purpose.action, work: 'pledge' }, input, async (tx, year) => {
    if (strength === undefined) throw new Error('an earlier write is gone');
    const pledge = await lockPledge(tx, ctx.scope, year, unitId);
    const { signing } = pledge.plan.document.conduct;
    const capacity = capacityOf(ctx.scope.role);
    if (!capacity) throw new Refused('capacity-not-asked', {});
    if (input.version !== pledge.row.version) throw new Refused('pledge-content-changed');
    const signed = granted(
      decide(
        pledge.record,
        signing,
        { capacity, strength, hash: input.hash, at: ctx.now().toISOString() },
        pledge.open,
      ),
    );
    const giving = { pledge, after: signed.pledge, signatures: [signed.signature] };
    const [given] = await giveSignatures(tx, ctx, year, pledge.federation, [giving], input.name);
    return given!;
  });
}
