import { formatNumber, formatPoints } from '@giaouoc/domain/words/numbers';
import { groupedHash } from './grouped-hash.ts';
import type { Letterhead, SignatureBlock } from './official.ts';
import type { SnapshotMark } from './ranking.ts';
import { compilePdf } from './typst/compile.ts';

/** The points of one unit, line by line with the reason (S3). Points and maxima are decimal texts of the engine. */
export interface ScoreSheet {
  letterhead: Letterhead;
  /** `Phiếu điểm thi đua` */
  title: string;
  /** Year, unit, `Tạm tính đến 08/01/2027`. */
  subtitles: string[];
  /** Totals in words, left label, right value: base, bonus, penalty, total, rank, grade. */
  summary: { label: string; value: string }[];
  groups: ScoreSheetGroup[];
  /** Sentences under the table: gates, dropped lines, what is not due yet. */
  notes: string[];
  signatures: SignatureBlock[];
  /** The snapshot the points come from; `null` for points so far. */
  snapshot: SnapshotMark | null;
  /** ISO instant of the state shown, for the file's date. */
  madeAt: string;
}

export interface ScoreSheetGroup {
  title: string;
  points: string;
  max: string;
  lines: ScoreSheetLine[];
}

export interface ScoreSheetLine {
  code: string;
  title: string;
  /** The figure in words with its state: `41/46 = 89,13 %`, `chưa có số liệu`, `không giao`. */
  figure: string;
  /** `null` where there are none: not due, not assigned, not applicable. Missing is `0`. */
  points: string | null;
  max: string;
  /** How the points came about, and who verified it when. */
  why: string[];
}

/** Sets the score sheet of one unit: A4 upright. */
export function scoreSheet(sheet: ScoreSheet): Uint8Array {
  const { madeAt, groups, snapshot, ...data } = sheet;
  return compilePdf(
    'score-sheet.typ',
    {
      ...data,
      snapshot: snapshot && { ...snapshot, digest: groupedHash(snapshot.digest) },
      groups: groups.map((group) => ({
        title: group.title,
        points: formatPoints(group.points),
        max: isZero(group.max) ? '–' : formatNumber(group.max),
        lines: group.lines.map((line) => ({
          ...line,
          points: line.points === null ? '–' : formatPoints(line.points),
          // A line that only takes away has no highest points worth printing; its limit stands in the rule.
          max: isZero(line.max) ? '–' : formatNumber(line.max),
        })),
      })),
    },
    madeAt,
  );
}

const isZero = (decimal: string): boolean => !/[1-9]/.test(decimal);
