import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readUnits, type SheetReading } from './read-units.ts';
import { hostileArchive, sheetXml, workbookParts } from '../testing/hostile-archive.ts';

const titles = ['Mã đơn vị *', 'Tên đơn vị *', 'Loại hình', 'Khối *', 'Cụm', 'Ngày thành lập', 'Điểm năm trước'];

/** A sheet written by another library than reads it. */
function sheet(rows: unknown[][], name = 'Đơn vị'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows: rows as never }] });
}

async function read(rows: unknown[][], name?: string): Promise<SheetReading> {
  const reading = await readUnits(await sheet(rows, name));
  if (!reading.ok) throw new Error(reading.code);
  return reading.sheets[0]!;
}

describe('a list of units, as people send it', () => {
  test('reads every cell, with its row and its column', async () => {
    const reading = await read([
      [...titles, 'Chức danh người đại diện', 'Tên đăng nhập', 'Số điện thoại'],
      [
        'TH-01',
        'CĐCS Trường Tiểu học Kim Đồng',
        'Trường tiểu học',
        'Khối Tiểu học',
        'Cụm 1',
        '05/09/2020',
        '92,5',
        'Chủ tịch',
        'th01',
        '0912 345 678',
      ],
    ]);
    expect(reading.columns).toEqual({
      ...{ code: 'A', name: 'B', kind: 'C', block: 'D', cluster: 'E', foundedOn: 'F', lastScore: 'G' },
      ...{ role: 'H', login: 'I', phone: 'J' },
    });
    expect(reading.faults).toEqual([]);
    expect(reading.rows).toEqual([
      {
        row: 2,
        values: {
          ...{ code: 'TH-01', name: 'CĐCS Trường Tiểu học Kim Đồng', kind: 'Trường tiểu học', block: 'Khối Tiểu học' },
          ...{
            cluster: 'Cụm 1',
            foundedOn: '2020-09-05',
            lastScore: '92.5',
            role: 'Chủ tịch',
            login: 'th01',
            phone: '0912 345 678',
          },
        },
        section: '',
      },
    ]);
  });

  test('finds the titles below a heading, in any order, decomposed, without accents or under another name', async () => {
    const reading = await read(
      [
        ['DANH SÁCH ĐƠN VỊ'],
        [],
        ['STT', 'SĐT', 'TEN TRUONG', 'khối  thi đua'.normalize('NFD'), 'Mã ĐV'],
        [1, '0912345678', '  Trường   Tiểu học Ngọc Ưu '.normalize('NFD'), 'Khối\u00a0Tiểu học', 'TH-02'],
        [],
        [2, null, 'Trường Mầm non Ẳ Ộ ữ', 'Khối Mầm non', 'MN-01'],
      ],
      'Sheet1',
    );
    expect(reading.columns).toEqual({ phone: 'B', name: 'C', block: 'D', code: 'E' });
    expect(reading.rows.map(({ row, values }) => [row, values.code, values.name, values.block, values.phone])).toEqual([
      [4, 'TH-02', 'Trường Tiểu học Ngọc Ưu', 'Khối Tiểu học', '0912345678'],
      [6, 'MN-01', 'Trường Mầm non Ẳ Ộ ữ', 'Khối Mầm non', ''],
    ]);
  });

  test.each([
    ['real date cell', new Date(Date.UTC(2020, 8, 5)), '2020-09-05'],
    ['dd/mm/yyyy', '5/9/2020', '2020-09-05'],
    ['dots', '05.09.2020', '2020-09-05'],
    ['ISO', '2020-09-05', '2020-09-05'],
    ['days without a format', 44079, '2020-09-05'],
    ['leap day', '29/02/2024', '2024-02-29'],
  ])('reads a date: %s', async (_, cell, day) => {
    const reading = await read([titles, ['TH-01', 'Tên', '', 'Khối', '', cell, '']]);
    expect(reading.faults).toEqual([]);
    expect(reading.rows[0]?.values.foundedOn).toBe(day);
  });

  test.each(['31/02/2020', '2020', 'tháng 9 năm 2020', '05/09/20', '13/13/2020', 92.5])(
    'asks about a date: %s',
    async (cell) => {
      const reading = await read([titles, ['TH-01', 'Tên', '', 'Khối', '', cell, '']]);
      expect(reading.faults).toEqual([
        { row: 2, column: 'F', code: 'day-unreadable', value: String(cell).replace('.', ',') },
      ]);
      expect(reading.rows[0]?.values.foundedOn).toBe('');
    },
  );

  test.each([
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['92,5', '92.5'],
    ['92.50', '92.5'],
    [92.5, '92.5'],
    [0.1 + 0.2, '0.3'],
    [1.234, '1.234'],
  ])('reads a number: %s', async (cell, value) => {
    const reading = await read([titles, ['TH-01', 'Tên', '', 'Khối', '', '', cell]]);
    expect(reading.faults).toEqual([]);
    expect(reading.rows[0]?.values.lastScore).toBe(value);
  });

  test.each([
    ['1.234', 'number-ambiguous'],
    ['chín mươi', 'number-unreadable'],
    ['92 điểm', 'number-unreadable'],
    [1e300, 'number-unreadable'],
  ])('asks about a number: %s', async (cell, code) => {
    const reading = await read([titles, ['TH-01', 'Tên', '', 'Khối', '', '', cell]]);
    expect(reading.faults).toMatchObject([{ row: 2, column: 'G', code }]);
    expect(reading.rows[0]?.values.lastScore).toBe('');
  });

  test('keeps codes as typed and gives phones their zero back', async () => {
    const reading = await read([
      [...titles, 'Số điện thoại'],
      ['001', 'Tên', '', 'Khối', '', '', '', 912345678],
      [1, 'Tên', '', 'Khối', '', '', '', '0912345678'],
    ]);
    expect(reading.rows.map(({ values }) => [values.code, values.phone])).toEqual([
      ['001', '0912345678'],
      ['1', '0912345678'],
    ]);
  });

  test('names missing and doubled columns, and every faulty cell of the file', async () => {
    const reading = await read([
      ['Mã đơn vị', 'Khối', 'Mã', 'Ngày thành lập', 'Điểm năm trước'],
      ['TH-01', 'x'.repeat(501), '', 'hôm qua', '1.234'],
      ['TH-02', 'Khối', '', '05/09/2020', 'không'],
    ]);
    expect(reading.faults).toEqual([
      { row: 1, column: 'C', code: 'column-twice', value: 'Mã đơn vị' },
      { row: 1, column: '', code: 'column-missing', value: 'Tên đơn vị' },
      { row: 2, column: 'B', code: 'text-too-long', value: 'x'.repeat(500) },
      { row: 2, column: 'D', code: 'day-unreadable', value: 'hôm qua' },
      { row: 2, column: 'E', code: 'number-ambiguous', value: '1.234' },
      { row: 3, column: 'E', code: 'number-unreadable', value: 'không' },
    ]);
    expect(reading.rows).toHaveLength(2);
  });

  test('takes what a formula came to, and asks about one with an error or without a result', async () => {
    const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = [
      `<row r="1">${['Mã đơn vị', 'Tên đơn vị', 'Loại hình', 'Khối'].map((title, i) => text(`${'ABCD'[i]}1`, title)).join('')}</row>`,
      '<row r="2"><c r="A2" t="str"><f>"TH-"&amp;"01"</f><v>TH-01</v></c>',
      '<c r="B2" t="inlineStr"><is><r><t xml:space="preserve">CĐCS </t></r><r><t>Kim Đồng</t></r></is></c>',
      '<c r="C2" t="str"><f>""</f><v></v></c><c r="D2" t="str"><f>[1]Khác!A1</f><v>Khối 1</v></c></row>',
      `<row r="3">${text('A3', 'TH-02')}<c r="B3" t="e"><f>B99</f><v>#REF!</v></c><c r="D3"><f>D99</f></c></row>`,
      `<row r="4">${text('A4', 'TH-03')}${text('B4', 'Tên')}<c r="D4"><f>D99</f><v></v></c></row>`,
    ];
    const reading = await readUnits(hostileArchive(workbookParts(sheetXml(rows.join('')))));
    expect(reading).toMatchObject({
      sheets: [
        {
          rows: [
            { values: { code: 'TH-01', name: 'CĐCS Kim Đồng', kind: '', block: 'Khối 1' } },
            { values: { code: 'TH-02', name: '' } },
            { values: { code: 'TH-03', block: '' } },
          ],
          faults: [
            { row: 3, column: 'B', code: 'cell-error', value: '#REF!' },
            { row: 3, column: 'D', code: 'cell-error', value: '=D99' },
            { row: 4, column: 'D', code: 'cell-error', value: '=D99' },
          ],
        },
      ],
    });
  });

  test('says when no sheet has the titles, and when there are too many rows', async () => {
    expect(
      await readUnits(
        await sheet([
          ['Họ tên', 'Tuổi'],
          ['A', 3],
        ]),
      ),
    ).toEqual({ ok: false, code: 'workbook-no-table' });
    const rows = Array.from({ length: 5001 }, (_, i) => [`TH-${i}`, 'Tên', '', 'Khối']);
    expect(await readUnits(await sheet([titles, ...rows]))).toEqual({ ok: false, code: 'rows-too-many' });
  });
});
