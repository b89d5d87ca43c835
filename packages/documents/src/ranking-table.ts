import { groupedHash } from './grouped-hash.ts';
import { formatPoints } from '@giaouoc/domain/words/numbers';
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

function printedRow(row: RankingRow): RankingRow & { shared: boolean } {
  return {
    ...row,
    // "4=" is how ranks are written down; people read "4, đồng hạng".
    rank: row.rank.replace(/=$/, ''),
    shared: row.rank.endsWith('='),
    base: formatPoints(row.base),
    bonus: formatPoints(row.bonus),
    penalty: formatPoints(row.penalty),
    total: formatPoints(row.total),
  };
}
