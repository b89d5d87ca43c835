import { groupedHash } from './grouped-hash.ts';
import { pointsText } from './points-text.ts';
import type { Ranking, RankingRow } from './ranking.ts';
import { compilePdf } from './typst/compile.ts';

/** Sets a ranking as a paper: one table per block, the snapshot in the foot of every page, signatures at the end. */
export function rankingTable(ranking: Ranking): Uint8Array {
  const { madeAt, snapshot, ...data } = ranking;
  return compilePdf(
    'ranking-table.typ',
    {
      ...data,
      snapshot: { ...snapshot, digest: groupedHash(snapshot.digest) },
      blocks: data.blocks.map((block) => ({ ...block, rows: block.rows.map(printedRow) })),
    },
    madeAt,
  );
}

function printedRow(row: RankingRow): RankingRow {
  return {
    ...row,
    base: pointsText(row.base),
    bonus: pointsText(row.bonus),
    penalty: pointsText(row.penalty),
    total: pointsText(row.total),
  };
}
