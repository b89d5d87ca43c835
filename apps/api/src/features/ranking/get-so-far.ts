import type { Scoped } from '@giaouoc/db';
import { yearRows } from '@giaouoc/db/queries/unit-year';
import { blockNames } from '@giaouoc/db/queries/year';
import { hashOf } from '@giaouoc/domain/hash/index';
import { dayOf } from '@giaouoc/domain/period/index';
import { boardSoFar, shareOf } from '@giaouoc/domain/progress/board-so-far';
import { assembleYear } from '@giaouoc/domain/progress/index';
import { scoreYear } from '@giaouoc/domain/scoring/index';
import type { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { runningYear, type RunningYear } from '../../year/running-year.ts';
import { yearInputOf } from '../../scoring/year-input.ts';
import type { soFarOutput } from './so-far.schema.ts';

export type SoFarNow = z.infer<typeof soFarOutput>;

/**
 * The board of points so far as it stands now. It is known by its content: screen, PDF and Excel of one number show the same
 * figures, and a paper of a board that has changed since is refused rather than printed with other figures (S6).
 */
export async function soFarOf(tx: Scoped, ctx: Member, year: RunningYear): Promise<SoFarNow> {
  const [rows, names] = await Promise.all([yearRows(tx, ctx.scope, year.id), blockNames(tx, ctx.scope, year.id)]);
  const input = yearInputOf(year, rows);
  const compiled = year.plan.compiledFor(rows.units.map((unit) => unit.blockCode));
  const [best, verified] = (['best', 'verified'] as const).map(
    (view) => scoreYear(assembleYear(input, view).year, { digest: false }, compiled).units,
  );
  const asOf = dayOf(ctx.now().getTime());
  const blocks = boardSoFar(input, best!, verified!, asOf).map(({ block, rows: own }) => ({
    code: block,
    name: names.get(block) ?? block,
    rows: own.map((row) => ({ ...row, share: shareOf(row) })),
  }));
  const digest = hashOf({ year: year.id, plan: year.plan.hash, asOf, blocks });
  return {
    year: { id: year.id, title: year.title },
    number: `ĐTT-${year.code}-${digest.slice('sha256:'.length, 'sha256:'.length + 8)}`,
    digest,
    asOf,
    blocks,
  };
}

export function getSoFar(ctx: Member, input: { yearId: string }): Promise<SoFarNow> {
  return ctx.inScope(async (tx) => soFarOf(tx, ctx, await runningYear(tx, ctx.scope, input.yearId)));
}

/** The same, if it still is what somebody saw. @throws board-changed */
export async function soFarAsSeen(tx: Scoped, ctx: Member, year: RunningYear, digest: string): Promise<SoFarNow> {
  const now = await soFarOf(tx, ctx, year);
  if (now.digest !== digest) throw new Refused('board-changed', { number: now.number });
  return now;
}
