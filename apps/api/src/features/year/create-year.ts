import type { Scoped } from '@giaouoc/db';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { deleteYear, hangingOnYear } from '@giaouoc/db/queries/remove';
import { violatedUnique } from '@giaouoc/db/queries/unique-violation';
import { currentYear, lockYear } from '@giaouoc/db/queries/year';
import { addGroupings, copySetUp, insertYear, updateYear, type Grouping } from '@giaouoc/db/queries/year-setup';
import { checkWork } from '@giaouoc/domain/year-status/index';
import { checkYearSpan } from '@giaouoc/domain/period/year-span';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { once, writeOnce } from '../../trpc/write-once.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { scoresFollow } from '../../scoring/scores-follow.ts';
import { freeCodeFromName } from './code-from-name.ts';
import { getYear } from './get-year.ts';
import { refuseSameName } from './refuse-same-name.ts';
import type { ChangeInput, CreateInput, RemoveInput } from './year.schema.ts';

/**
 * A new year with its blocks and clusters, on request with those of an earlier year and its units in their places.
 *
 * @throws year-ends-first, year-too-long, year-out-of-reach, year-code-taken, block-name-taken, cluster-name-taken, block-code-taken, cluster-code-taken, not-found (the year to copy)
 */
export function createYear(ctx: Member, input: CreateInput): Promise<{ yearId: string }> {
  return writeOnce(ctx, 'year.create', input, async (tx) => {
    const { code, title, copyFrom } = input;
    const { from, to } = granted(checkYearSpan(input.from, input.to));
    const yearId = await taken('year-code-taken', () => insertYear(tx, ctx.scope, { code, title, from, to }));
    for (const [grouping, list] of [
      ['block', input.blocks],
      ['cluster', input.clusters],
    ] as const) {
      const groups: { code: string; name: string }[] = [];
      for (const { code: given, name } of list) {
        refuseSameName(grouping, name, groups);
        const all = groups.map((one) => one.code);
        groups.push({ code: given ?? freeCodeFromName(name, all), name });
      }
      await taken(codeTaken[grouping], () => addGroupings(tx, ctx.scope, yearId, grouping, groups));
    }
    if (copyFrom !== undefined) {
      if (!(await currentYear(tx, ctx.scope, copyFrom))) throw new Refused('not-found');
      await copySetUp(tx, ctx.scope, copyFrom, yearId);
    }
    const after = await getYear(tx, ctx.scope, yearId);
    await recordAudit(tx, ctx.scope, { action: 'year.create', subject: title, yearId, after });
    return { yearId };
  });
}

/**
 * Changes title and days of a year.
 *
 * @throws year-ends-first, year-too-long, year-out-of-reach, not-found, stale-revision
 */
export function changeYear(ctx: Member, input: ChangeInput): Promise<{ yearId: string }> {
  return writeInYear(ctx, { action: 'year.change', work: 'organise', hold: true }, input, async (tx, year) => {
    const { yearId, revision, title } = input;
    const { from, to } = granted(checkYearSpan(input.from, input.to));
    const before = await getYear(tx, ctx.scope, yearId);
    if (!(await updateYear(tx, ctx.scope, yearId, revision, { title, from, to })))
      throw new Refused('stale-revision', undefined, before);
    await recordAudit(tx, ctx.scope, {
      action: 'year.change',
      subject: title,
      yearId,
      before: { title: before.title, from: before.from, to: before.to },
      after: { title, from, to },
    });
    // Active months are counted from the first day of the year.
    await scoresFollow(ctx, tx, year);
    return { yearId };
  });
}

/**
 * Removes a year that was made by mistake, while nothing hangs on it but its blocks, clusters and places of units.
 *
 * @throws not-found, year-not-open, stale-revision, year-in-use (with everything that hangs on it, counted)
 */
export function removeYear(ctx: Member, input: RemoveInput): Promise<{ yearId: string }> {
  const { yearId, revision } = input;
  // Not by the door of writes, which looks for the year first: sent again, this answers as the first time although it is gone.
  const held = (tx: Scoped) => lockYear(tx, ctx.scope, yearId);
  return once(ctx, 'year.remove', input, held, async (tx, year) => {
    if (!year) throw new Refused('not-found');
    granted(checkWork(year.status, 'organise'));
    const before = await getYear(tx, ctx.scope, yearId);
    const hanging = await hangingOnYear(tx, ctx.scope, yearId);
    if (Object.keys(hanging).length > 0) throw new Refused('year-in-use', hanging);
    if (!(await deleteYear(tx, ctx.scope, yearId, revision))) throw new Refused('stale-revision', undefined, before);
    await recordAudit(tx, ctx.scope, { action: 'year.remove', subject: before.title, yearId, before });
    return { yearId };
  });
}

export const codeTaken = { block: 'block-code-taken', cluster: 'cluster-code-taken' } as const satisfies Record<
  Grouping,
  string
>;

/** Runs a write whose only unique key a person can run into is a code. */
export async function taken<T>(
  code: 'year-code-taken' | 'block-code-taken' | 'cluster-code-taken' | 'unit-code-taken',
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (violatedUnique(error) === null) throw error;
    throw new Refused(code);
  }
}
