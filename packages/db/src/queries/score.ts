import { createHash } from 'node:crypto';
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { PointsSoFar } from '@giaouoc/domain/progress/index';
import type { Mark, StoredResult, StoredWhys } from '@giaouoc/domain/scoring/index';
import { asRows } from '../as-rows.ts';
import { columnsOf, type RowOf } from '../column-list.ts';
import { unitScore } from '../schema/index.ts';
import type { Write } from '../one-statement.ts';
import type { Scope, Scoped } from '../scope.ts';
import { proofOf } from '../sign-in-key.ts';

const columns = columnsOf(unitScore, [
  'unitId',
  'planVersion',
  'engine',
  'total',
  'result',
  'whys',
  'revision',
  'scoredAt',
]);
export type ScoreRow = RowOf<typeof unitScore, typeof columns>;

/** Stored scores, of all units or of some. */
export function scoresOf(tx: Scoped, scope: Scope, yearId: string, unitIds?: string[]): Promise<ScoreRow[]> {
  return tx
    .select(columns)
    .from(unitScore)
    .where(
      and(
        eq(unitScore.federationId, scope.federationId),
        eq(unitScore.yearId, yearId),
        unitIds === undefined ? undefined : inArray(unitScore.unitId, unitIds),
      ),
    );
}

/** The lines of each unit that came to nothing, of all units; nothing for units without any. */
export async function linesWithoutPoints(tx: Scoped, scope: Scope, yearId: string): Promise<Map<string, string[]>> {
  const rows = await tx.execute<{ unitId: string; lines: string[] }>(sql`
    select x.unit_id as "unitId", json_agg(l ->> 'line') as lines
    from unit_score x, jsonb_array_elements(x.result -> 'lines') l
    where x.federation_id = ${scope.federationId} and x.year_id = ${yearId} and (l ->> 'points')::numeric = 0
    group by x.unit_id`);
  return new Map([...rows].map(({ unitId, lines }) => [unitId, lines]));
}

/** What was stored last for each unit, by hash: enough to know what changed. */
export async function scoreHashes(tx: Scoped, scope: Scope, yearId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ unitId: unitScore.unitId, contentHash: unitScore.contentHash })
    .from(unitScore)
    .where(and(eq(unitScore.federationId, scope.federationId), eq(unitScore.yearId, yearId)));
  return new Map(rows.map((row) => [row.unitId, row.contentHash]));
}

export type ScoreWrite = {
  unitId: string;
  planVersion: number;
  engine: string;
  total: string;
  result: StoredResult;
  whys: StoredWhys;
  marks: Record<string, Mark>;
  contentHash: string;
};

/**
 * Stores the scores that changed, one row each; for `inOneStatement`. Nothing without rows.
 *
 * @param key the server's, by which PostgreSQL knows that it was the server that scored: the application's role has no right of its
 *   own to write a score.
 */
export function scoresWrite(scope: Scope, key: Buffer, yearId: string, rows: readonly ScoreWrite[], at: string): Write {
  if (rows.length === 0) return undefined;
  const text = JSON.stringify(rows);
  const proven = Date.now();
  const hash = createHash('sha256').update(text).digest('hex');
  const proof = proofOf(key, `scores\n${scope.federationId}\n${yearId}\n${at}\n${hash}\n${proven}`);
  return { call: sql`app.store_scores(${yearId}::uuid, ${text}::text, ${at}::text, ${proven}::bigint, ${proof})` };
}

export type ProgressRow = { unitId: string; planVersion: number; soFar: PointsSoFar; at: string };

/** Stores points so far of one or more units; for `inOneStatement`. Nothing without rows. */
export function progressWrite(
  scope: Scope,
  yearId: string,
  rows: readonly Omit<ProgressRow, 'at'>[],
  at: string,
): SQL | undefined {
  if (rows.length === 0) return undefined;
  return sql`
    insert into unit_progress (federation_id, year_id, unit_id, plan_version, so_far, at)
    select ${scope.federationId}::uuid, ${yearId}::uuid, r."unitId", r."planVersion", r."soFar", ${at}::timestamptz
    from jsonb_to_recordset(${asRows(rows)}) as r("unitId" uuid, "planVersion" integer, "soFar" jsonb)
    on conflict (federation_id, year_id, unit_id) do update set plan_version = excluded.plan_version,
      so_far = excluded.so_far, at = excluded.at`;
}

/** Totals so far of the other units of the own block, unnamed; none in a block of fewer than five. */
export async function blockStanding(tx: Scoped, yearId: string): Promise<string[]> {
  const rows = await tx.execute<{ total: string }>(sql`select total from app.block_standing(${yearId}) as total`);
  return [...rows].map((row) => row.total);
}
