import { formatNumber, formatPoints } from '@giaouoc/domain/words/numbers';
import { groupedHash } from './grouped-hash.ts';
import type { Letterhead, SignatureBlock } from './official.ts';
import { compilePdf } from './typst/compile.ts';
import type { Row, Sheet } from './workbook/sheet.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

/** Points so far of all units, block by block, for a review in the middle of the year: no ranks, no grades. */
export interface SoFarBoard {
  letterhead: Letterhead;
  title: string;
  /** The year, and until which day points are counted; `''` is left out. */
  subtitles: string[];
  /** What the board is known by on screen and on every paper: `ĐTT-2026-2027-7b1f40c2`. */
  number: string;
  /** SHA-256 of the board, hexadecimal. */
  digest: string;
  /** The day until which points are counted: `18/01/2027`. */
  asOf: string;
  blocks: { title: string; rows: SoFarBoardRow[] }[];
  signatures: SignatureBlock[];
  /** ISO instant for the file's date. */
  madeAt: string;
}

/** Decimal texts as the rules print them; `share` is a percentage, null while nothing has come due. */
export interface SoFarBoardRow {
  unit: string;
  reported: string;
  verified: string;
  possible: string;
  notYetDue: string;
  bonus: string;
  penalty: string;
  share: string | null;
}

const explained =
  'Điểm cơ bản của các tiêu chí đã đến kỳ, theo số liệu đã gửi và theo số liệu đã thẩm định. Điểm thưởng, điểm trừ ghi riêng. ' +
  'Đây không phải kết quả cả năm: chưa xếp hạng, chưa xếp loại.';

/** Sets the board as a paper, its number in the foot of every page. */
export function soFarTable(board: SoFarBoard): Uint8Array {
  const { madeAt, ...data } = board;
  return compilePdf(
    'so-far-table.typ',
    {
      ...data,
      explained,
      digest: groupedHash(data.digest),
      blocks: data.blocks.map((block) => ({
        title: block.title,
        rows: block.rows.map((row, place) => ({
          place: String(place + 1),
          unit: row.unit,
          reported: formatPoints(row.reported),
          verified: formatPoints(row.verified),
          possible: formatPoints(row.possible),
          share: row.share === null ? '–' : `${formatNumber(row.share)} %`,
          bonus: formatPoints(row.bonus),
          penalty: formatPoints(row.penalty),
        })),
      })),
    },
    madeAt,
  );
}

const columns = [
  ['STT', 6],
  ['Đơn vị', 52],
  ['Đã gửi', 12],
  ['Đã thẩm định', 14],
  ['Đã đến kỳ', 12],
  ['Đạt (%)', 10],
  ['Chưa đến kỳ', 12],
  ['Điểm thưởng', 12],
  ['Điểm trừ', 12],
] as const;

/** Writes the board as Excel, a sheet for each block; points are real numbers. */
export function soFarSheet(board: SoFarBoard): Promise<Uint8Array> {
  return writeWorkbook({
    title: `${board.title}, ${board.number}`,
    madeAt: board.madeAt,
    sheets: board.blocks.map((block) => blockSheet(board, block)),
  });
}

function blockSheet(board: SoFarBoard, block: SoFarBoard['blocks'][number]): Sheet {
  const line = (value: string, look: 'title' | 'note', height: number): Row => ({
    cells: [{ value, look, across: columns.length }],
    height,
  });
  const points = (text: string) => ({ value: Number(text), look: 'points' }) as const;
  const head = [
    line(`${board.title}, ${block.title}`, 'title', 24),
    line([board.letterhead.issuer, ...board.subtitles].filter((words) => words !== '').join('. '), 'note', 18),
    line(`Bản ${board.number}, đến ngày ${board.asOf}. Mã nội dung: ${groupedHash(board.digest)}`, 'note', 18),
    line(explained, 'note', 34),
  ];
  return {
    name: block.title,
    widths: columns.map(([, width]) => width),
    rows: [
      ...head,
      { cells: columns.map(([value]) => ({ value, look: 'head' })), height: 34 },
      ...block.rows.map((row, place): Row => ({
        cells: [
          { value: place + 1, look: 'centre' },
          { value: row.unit, look: 'wrapped' },
          points(row.reported),
          points(row.verified),
          points(row.possible),
          row.share === null ? { value: '–', look: 'centre' } : points(row.share),
          points(row.notYetDue),
          points(row.bonus),
          points(row.penalty),
        ],
        height: 18 + 16 * Math.floor(row.unit.length / 50),
      })),
    ],
    frozen: { rows: head.length + 1, columns: 2 },
    landscape: true,
    foot: `Bản ${board.number}, đến ngày ${board.asOf}. Chưa xếp loại.`,
    lists: [],
  };
}
