import { fullDay } from '@giaouoc/domain/words/times';
import type { Day } from '@giaouoc/domain/period/local-time';
import type { FederationSigns } from '@giaouoc/domain/pledge/signing-lines';
import type { SoFarBoard, SoFarBoardRow } from '../so-far-board.ts';
import { letterheadOf, type PaperHead } from './paper-words.ts';

/** A board of points so far: PDF and Excel are worded from this one value (S6). */
export type SoFarFacts = {
  readonly year: string;
  readonly federation: PaperHead & FederationSigns;
  readonly number: string;
  /** `sha256:` and hexadecimal. */
  readonly digest: string;
  readonly asOf: Day;
  readonly blocks: readonly { readonly name: string; readonly rows: readonly (SoFarBoardRow & { name: string })[] }[];
};

/** The board as its papers say it; dated the day until which points are counted, whenever it is printed. */
export function soFarWordsOf({ year, federation, number, digest, asOf, blocks }: SoFarFacts): SoFarBoard {
  return {
    letterhead: letterheadOf(federation, asOf),
    title: 'Bảng điểm tạm tính',
    subtitles: [year, `Điểm tạm tính đến ngày ${fullDay(asOf)}, chưa xếp loại`],
    number,
    digest: digest.replace('sha256:', ''),
    asOf: fullDay(asOf),
    blocks: blocks.map(({ name, rows }) => ({
      title: name,
      rows: rows.map(({ name: unit, reported, verified, possible, notYetDue, bonus, penalty, share }) => ({
        ...{ unit, reported, verified, possible, notYetDue },
        ...{ bonus, penalty, share },
      })),
    })),
    signatures: [{ body: federation.signsFor, capacity: federation.signsAs, name: '', signed: null }],
    madeAt: `${asOf}T00:00:00Z`,
  };
}
