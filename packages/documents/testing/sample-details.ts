import type { RankingWithDetails } from '../src/ranking-sheet.ts';
import type { RankingBlock } from '../src/ranking.ts';
import { sampleRanking } from './sample-ranking.ts';

/** The sample ranking with 18 lines; every fifth cell has words instead of points. */
export function sampleDetails(blocks: RankingBlock[] = sampleRanking().blocks): RankingWithDetails {
  const lines = Array.from({ length: 18 }, (_, i) => ({
    code: i < 8 ? `1.${i + 1}` : `2.${i - 7}`,
    title: `Tiêu chí số ${i + 1}`,
    max: '5',
  }));
  const words = ['chưa có số liệu', 'chưa đến kỳ', 'không giao', 'không áp dụng'];
  return {
    ...sampleRanking({ blocks }),
    details: {
      lines,
      units: blocks.flatMap((block, b) =>
        block.rows.map((row, r) => ({
          block: block.title,
          unit: row.unit,
          points: lines.map((_, i) =>
            (i + r + b) % 5 === 4
              ? { words: words[(i + r) % 4]! }
              : { points: String(((i * 37 + r * 11 + b) % 501) / 100) },
          ),
          total: row.total,
        })),
      ),
    },
  };
}
