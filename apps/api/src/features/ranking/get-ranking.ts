import {
  snapshotById,
  snapshotFactsById,
  snapshotsOf,
  type SnapshotFacts,
  type SnapshotRow,
} from '@giaouoc/db/queries/snapshot';
import { blockNames } from '@giaouoc/db/queries/year';
import { yearStepsOf } from '@giaouoc/db/queries/year-step';
import type { Scoped } from '@giaouoc/db';
import type { Whys } from '@giaouoc/domain/explain/index';
import type { Results } from '@giaouoc/domain/scoring/index';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import type { z } from 'zod';
import { Recent } from '../../recent.ts';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { runningYear, type RunningYear } from '../../year/running-year.ts';
import { snapshotNumber } from './make-provisional.ts';
import { rankedBlocks } from './present-ranking.ts';
import type { blockersOutput, RankedBlock, RankingOutput, snapshotFacts, yearInput } from './ranking.schema.ts';
import { basisOf, yearNow } from './year-results.ts';

/** A snapshot with its contents read: what every drawing of the ranking starts from. */
export type OpenSnapshot = {
  row: SnapshotRow;
  file: YearFile;
  results: Results;
  whys: Whys;
  blocks: RankedBlock[];
  facts: z.infer<typeof snapshotFacts>;
};

/** Opens one snapshot of the year; null when the year has none. */
export async function openSnapshot(
  tx: Scoped,
  ctx: Member,
  year: RunningYear,
  id = year.snapshotId,
): Promise<OpenSnapshot | null> {
  if (id === null) return null;
  const [row, names] = await Promise.all([snapshotById(tx, ctx.scope, id), blockNames(tx, ctx.scope, year.id)]);
  if (!row || row.yearId !== year.id) throw new Refused('not-found');
  const { yearFile: file, results, whys } = row;
  return { row, file, results, whys, blocks: rankedBlocks(file, results, whys, names), facts: factsOf(year, row) };
}

/**
 * Rankings as the page shows them, by snapshot and the names its blocks have now. A snapshot never changes (R6); who may see
 * it, and that it is still the year's, is asked of the database every time.
 */
const drawn = new Recent<RankedBlock[]>(50);

async function blocksOf(tx: Scoped, ctx: Member, year: RunningYear, id: string): Promise<RankedBlock[]> {
  const names = await blockNames(tx, ctx.scope, year.id);
  const key = JSON.stringify([ctx.scope.federationId, id, ...names]);
  return drawn.get(key, async () => (await openSnapshot(tx, ctx, year, id))?.blocks ?? []);
}

function factsOf(year: RunningYear, row: SnapshotFacts): z.infer<typeof snapshotFacts> {
  const { id, kind, planVersion, digest, createdAt, createdAs } = row;
  return { id, number: snapshotNumber(year.code, row.number), kind, planVersion, digest, createdAt, createdAs };
}

/** The ranking of the year's snapshot, and whether what counts has changed since. */
export function getRanking(ctx: Member, input: z.infer<typeof yearInput>): Promise<RankingOutput> {
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, input.yearId);
    const { within } = year.plan.document.scoring.ranking;
    const shown = { id: year.id, title: year.title, status: year.status };
    if (year.snapshotId === null) {
      const [last] = await yearStepsOf(tx, ctx.scope, year.id);
      const withdrawn =
        last?.step === 'withdraw-provisional' ? { reason: last.reason ?? '', byAs: last.byAs, at: last.at } : null;
      return { year: shown, within, snapshot: null, blocks: [], stale: false, withdrawn };
    }
    const [row, basis, blocks] = await Promise.all([
      snapshotFactsById(tx, ctx.scope, year.snapshotId),
      basisOf(tx, ctx.scope, year),
      blocksOf(tx, ctx, year, year.snapshotId),
    ]);
    if (!row || row.yearId !== year.id) throw new Refused('not-found');
    return { year: shown, within, snapshot: factsOf(year, row), blocks, stale: basis !== row.basis, withdrawn: null };
  });
}

/** What stands between the year and its provisional result. */
export function getBlockers(ctx: Member, input: z.infer<typeof yearInput>): Promise<z.infer<typeof blockersOutput>> {
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, input.yearId);
    const [{ rows, blockers }, snapshots] = await Promise.all([
      yearNow(tx, ctx.scope, year, ctx.now().getTime()),
      snapshotsOf(tx, ctx.scope, year.id),
    ]);
    const names = new Map(rows.units.map((unit) => [unit.code, unit.name]));
    return {
      year: { id: year.id, title: year.title, status: year.status },
      blockers: blockers.map((one) => ({
        kind: one.kind,
        blocks: one.blocks,
        count: one.count,
        units: one.units.map((code) => ({ code, name: names.get(code) ?? code })),
        lines: [...one.lines],
      })),
      mayMake: blockers.every((one) => !one.blocks),
      snapshots: snapshots.map((row) => factsOf(year, row)),
    };
  });
}
