import { describe, expect, test } from 'vitest';
import { rankingSheet } from './ranking-sheet.ts';
import { sampleDetails } from '../testing/sample-details.ts';
import { sampleRanking } from '../testing/sample-ranking.ts';
import { readWritten } from '../testing/written-workbook.ts';

const ranking = sampleDetails();
const read = async () => (await readWritten(await rankingSheet(ranking))).sheets;
/** `3=` as the sheet has it: the number 3. */
const rankOf = (rank: string) => (/^\d/.test(rank) ? Number.parseInt(rank, 10) : rank);
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
        expect(rows[5 + r]).toEqual([rankOf(row.rank), row.unit, ...points, row.grade, row.lineBelow]);
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

  test('ranks are numbers that sort; a shared one says so in words', async () => {
    const rows = ['1', '2=', '2=', '10', '–'].map((rank) => ({ ...ranking.blocks[0]!.rows[0]!, rank }));
    const bytes = await rankingSheet(sampleDetails([{ title: 'Khối', facts: '', rows, notes: [] }]));
    const [sheet] = (await readWritten(bytes)).sheets;
    const ranks = ['A6', 'A7', 'A8', 'A9', 'A10'].map((address) => sheet!.cells[address]!);
    expect(ranks.map(({ t, v, w }) => [t, v, w])).toEqual([
      ['n', 1, '1'],
      ['n', 2, 'đồng hạng 2'],
      ['n', 2, 'đồng hạng 2'],
      ['n', 10, '10'],
      ['s', '–', '–'],
    ]);
  });

  test('prints: two decimals, frozen head, A4 lying, head repeated, snapshot in the foot, widths', async () => {
    const { sheets, workbookXml } = await readWritten(await rankingSheet(ranking));
    const [sheet, , details] = sheets;
    for (const column of ['C', 'D', 'E', 'F'])
      expect(sheet!.cells[`${column}6`]).toMatchObject({ t: 'n', z: '#,##0.00' });
    expect(sheet!.xml).toMatch(/<pane xSplit="2" ySplit="5" topLeftCell="C6" state="frozen"/);
    expect(details!.xml).toMatch(/<pane xSplit="2" ySplit="6" topLeftCell="C7"/);
    expect(workbookXml).toContain("'Khối Tiểu học'!$1:$5");
    for (const page of [sheet!, details!]) {
      expect(page.xml).toMatch(/<pageSetup [^>]*paperSize="9"/);
      expect(page.xml).toMatch(/<pageSetup [^>]*orientation="landscape"/);
      expect(page.xml).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
      expect(page.xml).toContain('fitToPage="1"');
      expect(page.xml).toContain('Bản XH-2027-014, lúc 09:30, 18/06/2027. Mã nội dung: c0ffee0123456789…');
      expect(page.xml).toContain('&amp;P/&amp;N');
      expect(Number(/<col min="2" max="2" width="([\d.]+)"/.exec(page.xml)?.[1])).toBeGreaterThan(40);
    }
  });

  test('the quota line is drawn below its row', async () => {
    const [sheet] = await read();
    expect(sheet!.styleOf('A9').border).toMatch(/<bottom style="medium"/);
    expect(sheet!.styleOf('A8').border).toMatch(/<bottom style="thin"/);
    expect(sheet!.styleOf('A9').font).toContain('Times New Roman');
  });

  test.each(['=1+1', '+84912345678', '-2', '@SUM(A1)', '  =HYPERLINK("http://x")', '\t=1', "=cmd|'/c calc'!A1"])(
    'the text %j stays text wherever it stands, and is no formula when edited',
    async (text) => {
      const [block] = sampleRanking().blocks;
      const row = { ...block!.rows[0]!, rank: text, unit: text, grade: text, lineBelow: text };
      const bytes = await rankingSheet(sampleDetails([{ title: text, facts: text, rows: [row], notes: [text] }]));
      let found = 0;
      for (const { cells, xml } of (await readWritten(bytes)).sheets) {
        expect(xml).not.toContain('<f>');
        for (const cell of Object.values(cells)) {
          expect(cell.f).toBeUndefined();
          if (cell.v !== text) continue;
          found += 1;
          expect(cell).toMatchObject({ t: 's', z: '@' });
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
