import type { CellStyle } from 'hucre/xlsx';
import type { CellLook } from './sheet.ts';

const family = { name: 'Times New Roman', size: 12 };
const thin = { style: 'thin', color: { rgb: '7F7F7F' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const middle = { vertical: 'center' } as const;
const pointsFormat = '#,##0.00';

/** How each look is written. */
const looks: Record<CellLook, CellStyle> = {
  title: { font: { ...family, size: 14, bold: true }, alignment: { ...middle, wrapText: true } },
  note: { font: { ...family, size: 11, italic: true }, alignment: { ...middle, wrapText: true } },
  head: {
    font: { ...family, bold: true },
    alignment: { ...middle, horizontal: 'center', wrapText: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } },
    border,
  },
  text: { font: family, alignment: { ...middle, horizontal: 'left', indent: 1 }, border },
  wrapped: { font: family, alignment: { ...middle, horizontal: 'left', wrapText: true, indent: 1 }, border },
  centre: { font: family, alignment: { ...middle, horizontal: 'center', wrapText: true }, border },
  points: { font: family, alignment: { ...middle, horizontal: 'right' }, border, numFmt: pointsFormat },
  rank: { font: family, alignment: { ...middle, horizontal: 'center' }, border, numFmt: '0' },
  // A number that says in words that others share it, so that it still sorts and counts as one.
  'rank-shared': { font: family, alignment: { ...middle, horizontal: 'center' }, border, numFmt: '"đồng hạng "0' },
  'points-bold': {
    font: { ...family, bold: true },
    alignment: { ...middle, horizontal: 'right' },
    border,
    numFmt: pointsFormat,
  },
  // Typed by people: as text, so that Excel neither eats a leading zero nor turns anything into a formula.
  input: { font: family, alignment: middle, border, numFmt: '@' },
  example: {
    font: { ...family, italic: true, color: { rgb: '6B6B6B' } },
    alignment: middle,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F5F2E6' } },
    border,
    numFmt: '@',
  },
};

/**
 * The style of a cell: its look, a strong line below where asked, and for a text that a spreadsheet could take for a
 * formula the text format, so that it stays text even when someone edits the cell (OWASP, "CSV injection").
 */
export function styleOf(look: CellLook, ruled: boolean, formulaLike: boolean): CellStyle {
  const key = `${look} ${ruled} ${formulaLike}`;
  let style = styles.get(key);
  if (!style) {
    style = {
      ...looks[look],
      ...(ruled && { border: { ...border, bottom: { style: 'medium', color: { rgb: '000000' } } } }),
      ...(formulaLike && { numFmt: '@' }),
    };
    styles.set(key, style);
  }
  return style;
}

const styles = new Map<string, CellStyle>();
