import { groupedHash } from './grouped-hash.ts';
import type { Ranking, RankingBlock } from './ranking.ts';
import type { Cell, Row, Sheet } from './workbook/sheet.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

/** A ranking with the points of every line of every unit. */
export interface RankingWithDetails extends Ranking {
  details: RankingDetails;
}

export interface RankingDetails {
  /** The lines of the plan, in its order. */
  lines: { code: string; title: string; max: string }[];
  /** The units in the order of the ranking; `points` has one entry per line. */
  units: { block: string; unit: string; points: DetailCell[]; total: string }[];
}

/** Points as decimal text, or the words for why there are none: not due, not assigned, not applicable, missing (S2). */
export type DetailCell = { points: string } | { words: string };

const DETAILS = 'Chi tiết';

/** Writes a ranking as Excel: one sheet per block and one with the points of every line. Ranks and points are real numbers. */
export function rankingSheet(ranking: RankingWithDetails): Promise<Uint8Array> {
  const { snapshot } = ranking;
  return writeWorkbook({
    title: `${ranking.title}, ${snapshot.number}`,
    madeAt: ranking.madeAt,
    sheets: [...ranking.blocks.map((block) => blockSheet(ranking, block)), detailsSheet(ranking)],
  });
}

const blockColumns = [
  ['Hạng', 14],
  ['Đơn vị', 52],
  ['Điểm chuẩn', 12],
  ['Điểm thưởng', 12],
  ['Điểm trừ', 12],
  ['Tổng điểm', 12],
  ['Xếp loại', 24],
  ['Ghi chú', 32],
] as const;

function blockSheet(ranking: Ranking, block: RankingBlock): Sheet {
  const rows = block.rows.map((row): Row => ({
    cells: [
      rankCell(row.rank),
      { value: row.unit, look: 'wrapped' },
      points(row.base),
      points(row.bonus),
      points(row.penalty),
      { value: Number(row.total), look: 'points-bold' },
      { value: row.grade, look: 'wrapped' },
      { value: row.lineBelow, look: 'wrapped' },
    ],
    height: linesOf(row.unit, 50),
    ruled: row.lineBelow !== null,
  }));
  const head = headRows(ranking, `${ranking.title}, ${block.title}`, block.facts, blockColumns.length);
  return {
    name: block.title,
    widths: blockColumns.map(([, width]) => width),
    rows: [
      ...head,
      { cells: blockColumns.map(([value]) => ({ value, look: 'head' })), height: 34 },
      ...rows,
      ...block.notes.map((value): Row => ({
        cells: [{ value, look: 'note', across: blockColumns.length }],
        height: linesOf(value, 150),
      })),
    ],
    frozen: { rows: head.length + 1, columns: 2 },
    landscape: true,
    foot: footOf(ranking),
    lists: [],
  };
}

function detailsSheet(ranking: RankingWithDetails): Sheet {
  const { lines, units } = ranking.details;
  const columns = lines.length + 3;
  const head = headRows(ranking, `${ranking.title}, điểm từng tiêu chí`, '', columns);
  const titles: Cell[] = [
    { value: 'Khối', look: 'head' },
    { value: 'Đơn vị', look: 'head' },
    ...lines.map((line): Cell => ({ value: `${line.code} ${line.title}`, look: 'head' })),
    { value: 'Tổng điểm', look: 'head' },
  ];
  const maxima: Cell[] = [
    { value: null, look: 'text' },
    { value: 'Điểm tối đa', look: 'text' },
    ...lines.map((line) => points(line.max)),
    { value: null, look: 'text' },
  ];
  return {
    name: DETAILS,
    widths: [16, 44, ...lines.map(() => 10), 11],
    rows: [
      ...head,
      { cells: titles, height: 96 },
      { cells: maxima },
      ...units.map((unit): Row => ({
        cells: [
          { value: unit.block, look: 'wrapped' },
          { value: unit.unit, look: 'wrapped' },
          ...unit.points.map((cell): Cell =>
            'points' in cell ? points(cell.points) : { value: cell.words, look: 'centre' },
          ),
          { value: Number(unit.total), look: 'points-bold' },
        ],
        // Words such as "chưa có số liệu" take two lines of a narrow column.
        height: Math.max(
          linesOf(unit.unit, 42),
          linesOf(unit.block, 14),
          unit.points.every((cell) => 'points' in cell) ? 18 : 34,
        ),
      })),
    ],
    frozen: { rows: head.length + 2, columns: 2 },
    landscape: true,
    foot: footOf(ranking),
    lists: [],
  };
}

/** Title, year, snapshot and facts: the same rows on top of every sheet. */
function headRows(ranking: Ranking, title: string, facts: string, across: number): Row[] {
  const { number, takenAt, digest } = ranking.snapshot;
  const line = (value: string, look: 'title' | 'note', height: number): Row => ({
    cells: [{ value, look, across }],
    height,
  });
  return [
    line(title, 'title', 24),
    line([ranking.letterhead.issuer, ...ranking.subtitles].filter((words) => words !== '').join('. '), 'note', 18),
    line(`Bản ${number}, lúc ${takenAt}. Mã nội dung: ${groupedHash(digest)}`, 'note', 18),
    line(facts, 'note', 18),
  ];
}

function footOf({ snapshot }: Ranking): string {
  return `Bản ${snapshot.number}, lúc ${snapshot.takenAt}. Mã nội dung: ${snapshot.digest.slice(0, 16)}…`;
}

/** A rank as a number, so that it sorts and counts; a shared one says so by its format. Not ranked: the dash as it is. */
function rankCell(rank: string): Cell {
  const [, number, shared] = /^(\d+)(=?)$/.exec(rank) ?? [];
  if (number === undefined) return { value: rank, look: 'centre' };
  return { value: Number(number), look: shared === '=' ? 'rank-shared' : 'rank' };
}

function points(text: string): Cell {
  return { value: Number(text), look: 'points' };
}

/** Height of a row whose text wraps after so many letters; Excel does not work it out by itself. */
function linesOf(text: string, letters: number): number {
  return 18 + 16 * Math.floor(text.length / letters);
}
