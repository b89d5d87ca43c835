import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { rankingSheet } from './ranking-sheet.ts';
import { sampleDetails } from '../testing/sample-details.ts';
import { sampleRanking } from '../testing/sample-ranking.ts';

const ranking = sampleDetails();
const read = async () => (await readXlsx(await rankingSheet(ranking), { readStyles: true })).sheets;
const mark = `Bản XH-2027-014, lúc 09:30, 18/06/2027. Mã nội dung: ${'c0ff ee01 2345 6789 '.repeat(4).trim()}`;
const numbers = (row: readonly unknown[]) => row.map((value) => (typeof value === 'number' ? value : null));

describe('the ranking as Excel, read by another library', () => {
  test('has a sheet for each block, named as Excel allows, and the details', async () => {
    expect((await read()).map((sheet) => sheet.name)).toEqual([
      'Khối Tiểu học',
      'Khối Mầm non công lập ngoài côn'.slice(0, 31),
      'Chi tiết',
    ]);
  });

  test('equals the snapshot cell by cell', async () => {
    const sheets = await read();
    ranking.blocks.forEach((block, b) => {
      const { rows } = sheets[b]!;
      expect(rows[0]![0]).toBe(`Bảng xếp hạng thi đua, ${block.title}`);
      expect(rows[1]![0]).toBe('Công đoàn phường Vân Hải. Năm học 2026-2027. Kết quả tạm, chưa công bố');
      expect(rows[2]![0]).toBe(mark);
      expect(rows[4]).toEqual([
        'Hạng',
        'Đơn vị',
        'Điểm chuẩn',
        'Điểm thưởng',
        'Điểm trừ',
        'Tổng điểm',
        'Xếp loại',
        'Ghi chú',
      ]);
      block.rows.forEach((row, r) => {
        const points = [row.base, row.bonus, row.penalty, row.total].map(Number);
        expect(rows[5 + r]).toEqual([row.rank, row.unit, ...points, row.grade, row.lineBelow]);
      });
      block.notes.forEach((note, n) => expect(rows[5 + block.rows.length + n]![0]).toBe(note));
    });
  });

  test('has the points of every line as numbers and the reason as words where there are none', async () => {
    const details = (await read()).at(-1)!;
    expect(details.rows[2]![0]).toBe(mark);
    expect(details.rows[4]).toEqual([
      'Khối',
      'Đơn vị',
      ...ranking.details.lines.map((l) => `${l.code} ${l.title}`),
      'Tổng điểm',
    ]);
    expect(details.rows[5]!.slice(2, -1)).toEqual(ranking.details.lines.map(() => 5));
    ranking.details.units.forEach((unit, u) => {
      const points = unit.points.map((cell) => ('points' in cell ? Number(cell.points) : cell.words));
      expect(details.rows[6 + u]).toEqual([unit.block, unit.unit, ...points, Number(unit.total)]);
    });
    expect(details.rows[6]).toContain('không giao');
  });

  test('prints: two decimals, frozen head, A4 lying, head repeated, snapshot in the foot, widths', async () => {
    const [sheet, , details] = await read();
    for (const column of [2, 3, 4, 5]) expect(sheet!.cells?.get(`5,${column}`)?.style?.numFmt).toBe('#,##0.00');
    expect(sheet!.freezePane).toMatchObject({ rows: 5, columns: 2 });
    expect(details!.freezePane).toMatchObject({ rows: 6, columns: 2 });
    for (const page of [sheet!, details!]) {
      expect(page.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1 });
      expect(page.headerFooter?.oddFooter).toContain(
        'Bản XH-2027-014, lúc 09:30, 18/06/2027. Mã nội dung: c0ffee0123456789…',
      );
      expect(page.headerFooter?.oddFooter).toContain('&P/&N');
      expect(page.columns?.[1]?.width).toBeGreaterThan(40);
    }
  });

  test('the quota line is drawn below its row', async () => {
    const [sheet] = await read();
    expect(sheet!.cells?.get('8,1')?.style?.border?.bottom?.style).toBe('medium');
    expect(sheet!.cells?.get('7,1')?.style?.border?.bottom?.style).toBe('thin');
  });

  test.each(['=1+1', '+84912345678', '-2', '@SUM(A1)', '  =HYPERLINK("http://x")', '\t=1', "=cmd|'/c calc'!A1"])(
    'the text %j stays text wherever it stands, and is no formula when edited',
    async (text) => {
      const [block] = sampleRanking().blocks;
      const row = { ...block!.rows[0]!, rank: text, unit: text, grade: text, lineBelow: text };
      const bytes = await rankingSheet(sampleDetails([{ title: text, facts: text, rows: [row], notes: [text] }]));
      const book = await readXlsx(bytes, { readStyles: true });
      let found = 0;
      for (const sheet of book.sheets) {
        for (const cell of sheet.cells?.values() ?? []) {
          expect(cell.formula).toBeUndefined();
          expect(cell.type).not.toBe('formula');
          if (cell.value !== text) continue;
          found += 1;
          expect(cell.type).toBe('string');
          expect(cell.style?.numFmt).toBe('@');
        }
      }
      expect(found).toBeGreaterThanOrEqual(8);
    },
  );

  test('no number became text and no text a number', async () => {
    const details = (await read()).at(-1)!;
    ranking.details.units.forEach((unit, u) => {
      expect(numbers(details.rows[6 + u]!.slice(2))).toEqual([
        ...unit.points.map((cell) => ('points' in cell ? Number(cell.points) : null)),
        Number(unit.total),
      ]);
    });
  });
});
