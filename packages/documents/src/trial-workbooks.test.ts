import { readFile } from 'node:fs/promises';
import { CFB, read as readBook, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { trialWorkbook } from '../testing/trial-workbook.ts';
import { readUnits, type SheetReading } from './read-units.ts';

/** Workbooks as offices send them: of other programs, with hidden sheets, merged cells, headings, totals and signatures. */
const bytesOf = (name: string) => readFile(trialWorkbook(name));

async function sheetsOf(bytes: Uint8Array): Promise<SheetReading[]> {
  const reading = await readUnits(bytes);
  if (!reading.ok) throw new Error(reading.code);
  return reading.sheets;
}
const sheets = async (name: string) => sheetsOf(await bytesOf(name));
const one = async (name: string) => (await sheets(name))[0]!;
const codes = (sheet: SheetReading) => sheet.rows.map(({ values }) => values.code);

describe('nothing with content is left out without a name', () => {
  test('three sheets with units are three', async () => {
    const found = await sheets('a-sheet-a-block');
    expect(found.map((sheet) => [sheet.name, codes(sheet)])).toEqual([
      ['Mầm non', ['MN-01']],
      ['Tiểu học', ['TH-01', 'TH-02']],
      ['THCS', ['CS-01']],
    ]);
  });
  test('a hidden sheet is told apart from the one that is shown', async () => {
    expect((await sheets('hidden-sheet-first')).map((sheet) => [sheet.name, sheet.hidden, codes(sheet)])).toEqual([
      ['Năm ngoái', true, ['CU-01']],
      ['Năm nay', false, ['MN-01']],
    ]);
  });
  test('titles of two rows: the columns below "Liên hệ" are read', async () => {
    const sheet = await one('two-title-rows');
    expect(sheet.columns).toEqual({ code: 'B', name: 'C', block: 'D', role: 'E', phone: 'F' });
    expect(sheet.rows).toMatchObject([
      { row: 3, values: { code: 'W-1', name: 'Trường Hai Dòng Tiêu đề', role: 'Chủ tịch', phone: '0912345601' } },
    ]);
    expect(sheet.unread).toEqual([{ column: 'A', title: 'STT', kind: 'ordinal', cells: 1, sample: '1' }]);
    expect([sheet.passed, sheet.faults]).toEqual([[], []]);
  });
  test('an officer’s list: headings, groups, total and signatures are passed over by name', async () => {
    const sheet = await one('officers-list');
    expect(sheet.columns).toEqual({ code: 'B', name: 'C', block: 'D', role: 'E', phone: 'F' });
    expect(sheet.rows.map(({ row, values, section }) => [row, values.code, values.phone, section])).toEqual([
      [7, 'MN-01', '0912345678', 'KHỐI MẦM NON'],
      [8, 'MN-02', '0912345679', 'KHỐI MẦM NON'],
      [10, 'TH-01', '0912345670', 'KHỐI TIỂU HỌC'],
    ]);
    expect(sheet.passed).toEqual([
      { row: 1, reason: 'heading', text: 'LIÊN ĐOÀN LAO ĐỘNG QUẬN THỬ' },
      { row: 2, reason: 'heading', text: 'DANH SÁCH CÔNG ĐOÀN CƠ SỞ TRƯỜNG HỌC NĂM HỌC 2026-2027' },
      { row: 6, reason: 'section', text: 'I · KHỐI MẦM NON' },
      { row: 9, reason: 'section', text: 'II · KHỐI TIỂU HỌC' },
      { row: 11, reason: 'total', text: 'Tổng cộng: 03 đơn vị' },
      { row: 13, reason: 'foot', text: 'NGƯỜI LẬP BIỂU · TM. BAN THƯỜNG VỤ' },
      { row: 14, reason: 'foot', text: '(Ký, ghi rõ họ tên) · CHỦ TỊCH' },
    ]);
    expect(sheet.faults).toEqual([]);
  });
  test('a list without codes: title and phone are read, the chair’s name is named', async () => {
    const sheet = await one('list-without-codes');
    expect(sheet.columns).toEqual({ name: 'B', block: 'C', role: 'E', phone: 'F' });
    expect(sheet.rows.map(({ row, values }) => [row, values.name, values.role, values.phone])).toEqual([
      [5, 'Trường Mầm non Hoa Thử', 'Chủ tịch', '0912345600'],
      [6, 'Trường Tiểu học Sông Thử', 'Chủ tịch', '0912345601'],
      [7, 'Trường Tiểu học Đồi Thử', 'Chủ tịch', '0912345602'],
    ]);
    expect(sheet.unread).toMatchObject([
      { column: 'A', kind: 'ordinal', cells: 3 },
      { column: 'D', title: 'Họ và tên chủ tịch', kind: 'person', cells: 3, sample: 'Người thứ nhất' },
    ]);
    expect(sheet.passed.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'heading'],
      [2, 'heading'],
      [8, 'total'],
      [10, 'foot'],
    ]);
    expect(sheet.faults).toEqual([]);
  });
});

describe('cells are read as the person sees them', () => {
  test('a merged block counts for its rows', async () => {
    expect((await one('merged-blocks')).rows.map(({ values }) => values.block)).toEqual([
      ...['Khối Mầm non', 'Khối Mầm non', 'Khối Mầm non', 'Khối Tiểu học', 'Khối Tiểu học', 'Khối Tiểu học'],
    ]);
  });
  test('a day counted from 1904', async () => {
    const sheet = await one('date1904-true');
    expect(sheet.rows[0]?.values.foundedOn).toBe('2023-09-06');
    expect(sheet.faults).toEqual([]);
  });
  test('codes that a format shows with zeros keep them', async () => {
    expect(codes(await one('number-codes'))).toEqual(['01', '02', '01']);
  });
  test('formulas: results are read, "" is empty, an error is asked about', async () => {
    const sheet = await one('formulas');
    expect(sheet.rows.map(({ values }) => [values.name, values.foundedOn, values.lastScore, values.phone])).toEqual([
      ['Trường Công thức 1', '2023-09-06', '92.5', ''],
      ['Trường Công thức 2', '', '83', ''],
      ['Trường Công thức 3', '', '84', ''],
    ]);
    expect(sheet.faults).toEqual([{ row: 4, column: 'F', code: 'cell-error', value: '#N/A' }]);
  });
  test('letters that look like Đ are Đ', async () => {
    const names = (await one('d-lookalikes')).rows.map(({ values }) => values.name);
    expect(names.slice(0, 3)).toEqual(Array(3).fill('Trường Tiểu học Đống Đa'));
  });
  test('text of the fonts before Unicode is refused, with what it says', async () => {
    const meant = 'Trường Tiểu học Đống Đa';
    expect((await one('tcvn3-vni')).faults).toMatchObject([
      { row: 2, column: 'B', code: 'text-old-font', detail: { font: 'tcvn3', meant } },
      { row: 3, column: 'B', code: 'text-old-font', detail: { font: 'vni', meant } },
    ]);
  });
});

describe('workbooks of other programs', () => {
  const expected = [
    ['A-1', 'Trường Thử Một', '92.5'],
    ['A-2', 'Trường Thử Hai', '88.25'],
  ];
  const facts = (sheet: SheetReading) => sheet.rows.map(({ values }) => [values.code, values.name, values.lastScore]);

  test.each(['prefixed-namespaces', 'part-Sheet1'])('%s', async (name) => {
    expect(facts(await one(name))).toEqual(expected);
  });
  test.each(['part-Sheet1', 'date1904-true', 'merged-blocks', 'hidden-sheet-first', 'officers-list', 'formulas'])(
    'the old .xls says the same: %s',
    async (name) => {
      const bytes = await bytesOf(name);
      const book = readBook(bytes, { type: 'buffer', cellNF: true });
      const old = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
      expect(CFB.read(old, { type: 'buffer' }).FullPaths.join()).toContain('Workbook');
      const [was, is] = [await sheetsOf(bytes), await sheetsOf(old)];
      const told = (list: SheetReading[]) => list.map(({ hidden, rows, passed }) => ({ hidden, rows, passed }));
      expect(told(is)).toEqual(told(was));
    },
  );
});
