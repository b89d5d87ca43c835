import { lastSignedName } from '@giaouoc/db/queries/pledge';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { runningYear } from '../../year/running-year.ts';
import { loadPledges, signedBefore } from './load-pledges.ts';
import { presentBoard, presentPapers, presentPledge } from './present-pledge.ts';

/** A unit's pledge on the version to sign, for whoever asks; null before it is offered. */
export const pledgeOfUnit = (ctx: Member, yearId: string | undefined, unitId: string) =>
  ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, yearId);
    const loaded = await loadPledges(tx, ctx.scope, year, { unitIds: [unitId], leftOut: true });
    const [pledge] = loaded.pledges;
    if (!pledge) return null;
    const viewer = { role: ctx.scope.role, publicUrl: ctx.publicUrl, signerName: await lastSignedName(tx, ctx.scope) };
    return presentPledge(year, loaded, { pledge, before: signedBefore(loaded, unitId) }, viewer);
  });

/** What a unit's side has signed in a year, whichever versions were published since. */
export const papersOfUnit = (ctx: Member, yearId: string | undefined, unitId: string) =>
  ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, yearId);
    return presentPapers(await loadPledges(tx, ctx.scope, year, { unitIds: [unitId], leftOut: true }), ctx.publicUrl);
  });

/** Who has signed in a year. */
export const pledgeBoard = (ctx: Member, yearId: string | undefined) =>
  ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, yearId);
    const loaded = await loadPledges(tx, ctx.scope, year);
    return presentBoard(year, loaded, ctx.now().getTime(), await lastSignedName(tx, ctx.scope));
  });

/** The unit of a unit's person. @throws not-allowed */
export function ownUnit({ scope }: Member): string {
  if (!scope.unitId) throw new Refused('not-allowed');
  return scope.unitId;
}
