import { describe, expect, test } from 'vitest';
import { readUnits } from './read-units.ts';
import { readWritten } from '../testing/written-workbook.ts';
import { unitsTemplate, type UnitsTemplate } from './units-template.ts';

const template: UnitsTemplate = {
  federation: 'Liên đoàn Lao động quận Hồng Bàng',
  year: 'Năm học 2023-2024',
  kinds: ['Trường mầm non', 'Trường tiểu học', 'Trường trung học cơ sở'],
  blocks: ['Khối Mầm non', '=Khối "Tiểu học"'],
  clusters: [],
  madeAt: '2023-09-01T00:00:00Z',
};
const titles = [
  ...['Mã đơn vị *', 'Tên đơn vị *', 'Loại hình', 'Khối *', 'Cụm', 'Ngày thành lập', 'Điểm năm trước'],
  ...['Chức danh người đại diện', 'Tên đăng nhập', 'Số điện thoại'],
];

describe('the template for units, read by another library', () => {
  test('has the columns, an example marked as such, a frozen head and lists', async () => {
    const book = await readWritten(await unitsTemplate(template));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Đơn vị', 'Hướng dẫn', 'Danh mục']);
    const units = book.sheets[0]!;
    expect(units.rows[0]).toEqual(titles);
    expect(units.rows[1]!.slice(0, 4)).toEqual([
      'VÍ DỤ',
      'CĐCS Trường Tiểu học (tên trường)',
      'Trường mầm non',
      'Khối Mầm non',
    ]);
    expect(units.xml).toMatch(/<pane xSplit="2" ySplit="1" topLeftCell="C2" state="frozen"/);
    const lists = [...units.xml.matchAll(/<dataValidation ([^>]*)>\s*<formula1>([^<]*)<\/formula1>/g)];
    expect(lists.map(([, attributes, source]) => [/sqref="([^"]*)"/.exec(attributes!)?.[1], source])).toEqual([
      ['C2:C502', "'Danh mục'!$A$2:$A$4"],
      ['D2:D502', "'Danh mục'!$B$2:$B$3"],
    ]);
    for (const [, attributes] of lists) {
      expect(attributes).toContain('type="list"');
      expect(attributes).toContain('showErrorMessage="1"');
    }
    // Cells to fill in are text cells: a phone keeps its zero, a date its order.
    expect(units.cells.J6).toMatchObject({ t: 'z', z: '@' });
    expect(units.xml).toMatch(/<pageSetup [^>]*orientation="landscape"/);
  });

  test('holds the choices as text, even one that looks like a formula', async () => {
    const choices = (await readWritten(await unitsTemplate(template))).sheets[2]!;
    expect(choices.rows.slice(0, 4)).toEqual([
      ['Loại hình', 'Khối', 'Cụm'],
      ['Trường mầm non', 'Khối Mầm non', null],
      ['Trường tiểu học', '=Khối "Tiểu học"', null],
      ['Trường trung học cơ sở', null, null],
    ]);
    expect(choices.cells.B3).toMatchObject({ t: 's', z: '@' });
    expect(choices.xml).not.toContain('<f>');
  });

  test('explains each column on the guide sheet', async () => {
    const book = await readWritten(await unitsTemplate(template));
    expect(book.sheets[1]!.xml).not.toContain('<pane');
    const words = book.sheets[1]!.rows.flat().join('\n');
    for (const title of titles) expect(words).toContain(title.replace(' *', ''));
    expect(words).toContain('Danh sách đơn vị của Liên đoàn Lao động quận Hồng Bàng, Năm học 2023-2024');
  });

  test('comes back empty, its example left out', async () => {
    const reading = await readUnits(await unitsTemplate(template));
    expect(reading).toMatchObject({
      ok: true,
      sheets: [
        { name: 'Đơn vị', rows: [], faults: [], passed: [{ row: 2, reason: 'example' }] },
        { name: 'Hướng dẫn', columns: null },
        { name: 'Danh mục', columns: null },
      ],
    });
  });
});
