import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  evidenceByReceived,
  lockReceived,
  insertEvidence,
  linkEvidence,
  uploadsSince,
} from '@giaouoc/db/queries/evidence';
import { unitNames } from '@giaouoc/db/queries/unit/list';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { storedLine } from '@giaouoc/domain/text/normalize';
import { checkWork } from '@giaouoc/domain/year-status/index';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { checkPlaces } from '../../year/check-places.ts';
import { checkStillOpen } from '../../year/check-still-open.ts';
import { loadUnitAtWork } from '../../year/load-unit.ts';
import { runningYear } from '../../year/running-year.ts';
import { convertUpload, largestReceived } from './convert-upload.ts';
import type { EvidenceOutput, uploadInput } from './evidence.schema.ts';

/** More than a diligent unit's whole year, less than a program in a loop. */
const mostPerHour = 400;

/**
 * Keeps one file: bytes first, durably, then the row, so that no row ever names bytes that are not there. The same bytes
 * sent again by the same unit are answered with the row of the first time (R2).
 *
 * @throws file-type-refused, file-heic, file-broken, file-too-large, rate-limited; not-found (no such unit here),
 *   line-not-asked, too-many-files, figure-sent, figure-verified
 */
export async function uploadEvidence(ctx: Member, input: z.output<typeof uploadInput>): Promise<EvidenceOutput> {
  const unitId = ctx.scope.unitId ?? input.unitId;
  if (!unitId || (ctx.scope.unitId && input.unitId && input.unitId !== ctx.scope.unitId))
    throw new Refused('not-allowed');
  if (input.file.size > largestReceived) throw new Refused('file-too-large', { most: largestReceived / 1024 / 1024 });
  const received = new Uint8Array(await input.file.arrayBuffer());
  const receivedSha256 = createHash('sha256').update(received).digest('hex');
  const now = ctx.now();
  const { places, yearId } = input;

  // All that can be refused is refused before the file is opened and kept.
  const known = await ctx.inScope(async (tx) => {
    if ((await uploadsSince(tx, ctx.scope, new Date(now.getTime() - 3_600_000).toISOString())) >= mostPerHour)
      throw new Refused('rate-limited', {});
    const earlier = await evidenceByReceived(tx, ctx.scope, unitId, receivedSha256);
    if (!ctx.scope.unitId && !(await unitNames(tx, ctx.scope)).has(unitId)) throw new Refused('not-found');
    if (yearId !== undefined) {
      const year = await runningYear(tx, ctx.scope, yearId);
      granted(checkWork(year.status, 'report'));
      const loaded = await loadUnitAtWork(tx, ctx.scope, year, unitId);
      checkPlaces(year, loaded, places, [earlier?.id ?? '']);
      checkStillOpen(ctx, loaded, places, earlier?.id);
    }
    return earlier;
  });
  const converted = known ? undefined : granted(await convertUpload(received));
  const stored = converted && (await ctx.store.put(ctx.scope.federationId, converted.bytes));

  return ctx.inScope(async (tx) => {
    await lockReceived(tx, unitId, receivedSha256);
    const row =
      known ??
      (await evidenceByReceived(tx, ctx.scope, unitId, receivedSha256)) ??
      (await insertEvidence(tx, ctx.scope, {
        unitId,
        sha256: stored!.sha256,
        receivedSha256,
        bytes: converted!.bytes.byteLength,
        mediaType: converted!.mediaType,
        name: fileName(input.file.name),
        width: converted!.width,
        height: converted!.height,
        createdAt: now.toISOString(),
      }));
    if (yearId !== undefined)
      await linkEvidence(
        tx,
        ctx.scope,
        places.map(({ line, period }) => ({ yearId, unitId, lineCode: line, periodCode: period })),
        [row.id],
      );
    await recordAudit(tx, ctx.scope, {
      action: 'evidence.upload',
      subject: row.name,
      unitId,
      yearId: yearId ?? null,
      after: { id: row.id, sha256: row.sha256, places },
    });
    const { id, name, mediaType, bytes, width, height, uploadedAs, createdAt } = row;
    return { id, name, mediaType, bytes, width, height, uploadedAs, createdAt };
  });
}

/** The name as a person may read it: no folders, no control characters, not endless. */
function fileName(given: string): string {
  const name = storedLine(given.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, ''));
  return name.slice(-120) || 'Minh chứng';
}
