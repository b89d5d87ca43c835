import { fullMoment } from '@giaouoc/domain/words/times';
import { dayOf } from '@giaouoc/domain/period/local-time';
import type { SigningBoard } from '../signing-board.ts';
import { letterheadOf, strengthWords, type PaperHead } from './paper-words.ts';

/** One unit's standing, as the board shows it. */
export type BoardRowFacts = {
  readonly name: string;
  readonly blockName: string;
  readonly pledged: boolean;
  readonly stateWords: string;
  readonly signedAt: string | null;
  readonly countersignedAt: string | null;
  readonly strength: string | null;
};
export type BoardFacts = { readonly year: { readonly title: string }; readonly rows: readonly BoardRowFacts[] };

/** Who has signed, as a paper to hang up: it shows a moment, so it is dated and timed by that moment. */
export function signingBoardOf(federation: PaperHead, board: BoardFacts, now: Date): SigningBoard {
  const count = (rows: readonly BoardRowFacts[]) => rows.filter(({ pledged }) => pledged).length;
  return {
    letterhead: letterheadOf(federation, dayOf(now.getTime())),
    title: 'Bảng theo dõi ký giao ước thi đua',
    subtitles: [
      board.year.title,
      `Tính đến ${fullMoment(now.getTime())}`,
      `Đã ký ${count(board.rows)} trên ${board.rows.length} đơn vị`,
    ],
    blocks: [...Map.groupBy(board.rows, (row) => row.blockName)].map(([title, rows]) => ({
      title,
      summary: `Đã ký ${count(rows)}/${rows.length}`,
      rows: rows.map((row) => ({
        unit: row.name,
        signed: row.pledged,
        state: row.stateWords,
        at: row.signedAt === null ? '' : fullMoment(row.signedAt),
        method: row.strength === null ? '' : strengthWords(row.strength),
        federation: row.countersignedAt === null ? '' : `Đã ký ${fullMoment(row.countersignedAt)}`,
      })),
    })),
    foot: `In lúc ${fullMoment(now.getTime())}`,
    madeAt: now.toISOString(),
  };
}
