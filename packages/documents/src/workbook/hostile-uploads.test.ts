import { CFB, utils, write } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readUnits } from '../read-units.ts';
import { hostileArchive, sheetXml, workbookParts } from '../../testing/hostile-archive.ts';

const MB = 1024 * 1024;
const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const titles = `<row r="1">${cell('A1', 'Mã đơn vị')}${cell('B1', 'Tên đơn vị')}${cell('C1', 'Khối')}</row>`;
const unit = `<row r="2">${cell('A2', 'TH-01')}${cell('B2', 'Tên')}${cell('C2', 'Khối')}</row>`;

async function timed(bytes: Uint8Array) {
  const start = performance.now();
  const rss = process.memoryUsage().rss;
  const reading = await readUnits(bytes);
  return { reading, ms: performance.now() - start, grown: process.memoryUsage().rss - rss };
}

/** An .xls whose stream says that it is encrypted (FilePass, MS-XLS 2.4.117), right after its beginning. */
function lockedXls(): Uint8Array {
  const book = utils.book_new(utils.aoa_to_sheet([['Mã đơn vị', 'Tên đơn vị']]), 'S');
  const container = CFB.read(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer, { type: 'buffer' });
  const stream = CFB.find(container, 'Workbook')!;
  const content = Buffer.from(stream.content as Uint8Array);
  const begin = 4 + content.readUInt16LE(2);
  const filePass = Buffer.from('2f0036000100010001000000', 'hex');
  const record = Buffer.concat([filePass, Buffer.alloc(4 + 0x36 - filePass.length)]);
  stream.content = Buffer.concat([content.subarray(0, begin), record, content.subarray(begin)]);
  stream.size = (stream.content as Buffer).length;
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

describe('an upload that means harm is refused with its code', () => {
  test('300 MB behind 1 MB: refused by the directory alone, nothing unpacked', async () => {
    const bomb = hostileArchive([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(300 * MB) }]);
    expect(bomb.length).toBeLessThan(2 * MB);
    const { reading, ms, grown } = await timed(bomb);
    expect(reading).toEqual({ ok: false, code: 'workbook-too-large' });
    expect(ms).toBeLessThan(1000);
    expect(grown).toBeLessThan(50 * MB);
  }, 30_000);

  test('300 MB that claim to be 1,000 bytes: stopped while unpacking', async () => {
    const liar = hostileArchive(workbookParts(Buffer.alloc(300 * MB, ' '), 1000));
    const { reading, ms, grown } = await timed(liar);
    expect(reading).toEqual({ ok: false, code: 'workbook-broken' });
    expect(ms).toBeLessThan(2000);
    expect(grown).toBeLessThan(100 * MB);
  }, 30_000);

  test('40 MB of nothing: too compressed', async () => {
    const bytes = hostileArchive(workbookParts(Buffer.alloc(40 * MB, ' ')));
    expect(await readUnits(bytes)).toEqual({ ok: false, code: 'workbook-too-compressed' });
  });

  test('201 parts', async () => {
    const parts = Array.from({ length: 201 }, (_, i) => ({ name: `xl/media/${i}.png`, content: Buffer.from('x') }));
    expect(await readUnits(hostileArchive(parts))).toEqual({ ok: false, code: 'workbook-too-many-parts' });
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'xl/../../x', '..\\x', 'C:\\x', 'xl\\..\\..\\x'])(
    'the name %s',
    async (name) => {
      const bytes = hostileArchive([...workbookParts(sheetXml(titles + unit)), { name, content: Buffer.from('x') }]);
      expect(await readUnits(bytes)).toEqual({ ok: false, code: 'workbook-unsafe-name' });
    },
  );

  test('two parts of one name', async () => {
    const [first, ...rest] = workbookParts(sheetXml(titles + unit));
    expect(await readUnits(hostileArchive([first!, first!, ...rest]))).toEqual({ ok: false, code: 'workbook-broken' });
  });

  test('four hundred thousand cells: counted before they are read', async () => {
    const cells = (r: number) =>
      Array.from({ length: 200 }, (_, c) => `<c><v>${((r * 7919 + c) * 48271) % 2147483647}</v></c>`).join('');
    const rows = Array.from({ length: 2000 }, (_, r) => `<row r="${r + 1}">${cells(r)}</row>`).join('');
    const bytes = hostileArchive(workbookParts(sheetXml(rows)));
    const { reading, ms } = await timed(bytes);
    expect(reading).toEqual({ ok: false, code: 'workbook-too-heavy' });
    expect(ms).toBeLessThan(2000);
  });

  test('entities that multiply', async () => {
    const lol = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'abcdefghij'[i + 1]} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]>`;
    const { reading, ms } = await timed(
      hostileArchive(workbookParts(lol + sheetXml(titles + `<row r="2">${cell('A2', '&j;')}</row>`))),
    );
    expect(ms).toBeLessThan(1000);
    expect(JSON.stringify(reading).length).toBeLessThan(1000);
  });
});

describe('a file that is no readable workbook is refused with its code', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  test.each<[string, string, Uint8Array | Promise<Uint8Array>]>([
    ['nothing', 'workbook-empty', new Uint8Array()],
    [
      'an .xls of Excel 95',
      'workbook-old-xls',
      Buffer.concat([compound, Buffer.alloc(600), Buffer.from('Book', 'utf16le')]),
    ],
    [
      'a broken .xls',
      'workbook-broken',
      Buffer.concat([compound, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]),
    ],
    ['an .xls with a password', 'workbook-encrypted', lockedXls()],
    [
      'an old .doc',
      'workbook-other',
      Buffer.concat([compound, Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')]),
    ],
    [
      'a password',
      'workbook-encrypted',
      writeXlsx({ sheets: [{ name: 'S', rows: [['x']] }], encryption: { password: 'p', spinCount: 1000 } }),
    ],
    ['a CSV named .xlsx', 'workbook-is-text', Buffer.from('Mã đơn vị;Tên đơn vị\nTH-01;Trường\n')],
    ['a UTF-16 text', 'workbook-is-text', Buffer.from('\ufeffMã đơn vị\tTên', 'utf16le')],
    ['a picture', 'workbook-other', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a PDF', 'workbook-other', Buffer.from('%PDF-1.7\n')],
    ['a Word file', 'workbook-other', hostileArchive([{ name: 'word/document.xml', content: Buffer.from('<x/>') }])],
    ['an .xlsb', 'workbook-binary', hostileArchive([{ name: 'xl/workbook.bin', content: Buffer.from('x') }])],
    ['half a file', 'workbook-broken', hostileArchive(workbookParts(sheetXml(titles + unit))).subarray(0, 500)],
    ['broken XML', 'workbook-broken', hostileArchive(workbookParts('<worksheet><sheetData><row'))],
  ])('%s', async (_, code, bytes) => {
    expect(await readUnits(await bytes)).toEqual({ ok: false, code });
  });
});

describe('an odd but honest workbook is read', () => {
  test('rules, merges and colours over whole columns cost nothing', async () => {
    const whole = 'A1:XFD1048576';
    const after =
      `<mergeCells count="1"><mergeCell ref="D1:XFD1048576"/></mergeCells>` +
      `<conditionalFormatting sqref="${whole}"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>` +
      `<dataValidations count="1"><dataValidation type="list" sqref="${whole}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`;
    const { reading, ms } = await timed(hostileArchive(workbookParts(sheetXml(titles + unit, after))));
    expect(reading).toMatchObject({
      ok: true,
      sheets: [{ rows: [{ row: 2, values: { code: 'TH-01' } }], faults: [] }],
    });
    expect(ms).toBeLessThan(1000);
  });

  test('a cell in the last corner of the sheet is no 17 thousand million cells', async () => {
    const far = `<row r="1048576">${cell('A1048576', 'TH-02')}${cell('XFD1048576', 'x')}</row>`;
    const { reading, ms } = await timed(hostileArchive(workbookParts(sheetXml(titles + unit + far))));
    expect(reading).toMatchObject({
      ok: true,
      sheets: [{ rows: [{ row: 2 }, { row: 1_048_576, values: { code: 'TH-02' } }], unread: [{ column: 'XFD' }] }],
    });
    expect(ms).toBeLessThan(2000);
  });
});
