import type { z } from 'zod';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { insertPledges, pledgeVersions } from '@giaouoc/db/queries/pledge';
import { yearUnits } from '@giaouoc/db/queries/year';
import { versionToSign } from '@giaouoc/domain/pledge/index';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import type { offerInput } from './pledge.schema.ts';

/**
 * Offers the pledge on the version to sign to every unit of the year at once; pressed again, to those that have come
 * since.
 *
 * @returns how many units were newly offered it.
 * @throws plan-not-published
 */
export function offerPledges(ctx: Member, input: z.infer<typeof offerInput>): Promise<number> {
  return writeInRunningYear(ctx, { action: 'pledge.offer', work: 'pledge' }, input, async (tx, year) => {
    const units = await yearUnits(tx, ctx.scope, year.id);
    const versions = await pledgeVersions(tx, ctx.scope, year.id);
    const version = versionToSign(versions);
    const made = await insertPledges(
      tx,
      ctx.scope,
      year.id,
      version,
      units.map((unit) => ({ unitId: unit.unitId, state: 'offered' })),
      ctx.now().toISOString(),
    );
    const newly = new Set(made);
    await recordAudit(
      tx,
      ctx.scope,
      units
        .filter((unit) => newly.has(unit.unitId))
        .map((unit) => ({
          action: 'pledge.offer',
          subject: unit.name,
          unitId: unit.unitId,
          yearId: year.id,
          after: { version, planHash: versions.find((one) => one.version === version)?.hash },
        })),
    );
    return made.length;
  });
}
