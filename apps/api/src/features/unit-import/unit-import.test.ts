import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitsColumns, type UnitsColumnKey } from '@giaouoc/documents';
import { trialWorkbook } from '@giaouoc/documents/testing/trial-workbook';
import { writeWorkbook } from '@giaouoc/documents/workbook/write-workbook';
import { people, type People } from '../../../testing/people.ts';

let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());

type Cells = Partial<Record<UnitsColumnKey, string>>;
const keys = unitsColumns.map((column) => column.key);

/** An Excel file with these rows below the titles, the first of them in row 2. */
async function sheet(rows: Cells[], columns = keys): Promise<string> {
  const bytes = await writeWorkbook({
    title: 'Danh sách',
    madeAt: '2026-09-01T00:00:00Z',
    sheets: [
      {
        name: 'Đơn vị',
        widths: columns.map(() => 12),
        rows: [
          {
            cells: columns.map((key) => ({ value: unitsColumns.find((one) => one.key === key)!.title, look: 'head' })),
          },
          ...rows.map((row) => ({ cells: columns.map((key) => ({ value: row[key] ?? null, look: 'text' as const })) })),
        ],
        frozen: { rows: 1, columns: 0 },
        landscape: true,
        foot: '',
        lists: [],
      },
    ],
  });
  return Buffer.from(bytes).toString('base64');
}

const check = async (rows: Cells[], columns = keys) =>
  all.officer.call.unitImport.check({ yearId: all.federation.yearId, file: await sheet(rows, columns) });
const sound = (n: number, more: Cells = {}): Cells => ({
  code: `TH${String(n).padStart(3, '0')}`,
  name: `CĐCS Trường Tiểu học số ${n}`,
  block: 'Khối Tiểu học',
  ...more,
});

it('lists every fault of every row with its cell, at once, and changes nothing', async () => {
  const before = await all.owner`select count(*)::int as n from unit`;
  const { faults, preview } = await check([
    sound(1), //                                                                  2
    { name: 'Không mã', block: 'Khối Tiểu học' }, //                              3
    sound(3, { code: 'MÃ LẠ' }), //                                               4
    sound(4, { code: 'th001' }), //                                               5: as row 2
    sound(5, { name: '' }), //                                                    6
    sound(6, { name: 'cđcs  trường TIỂU HỌC, số 1' }), //                         7: as row 2
    sound(7, { block: '' }), //                                                   8
    sound(8, { block: 'Khối Đại học' }), //                                       9
    sound(9, { cluster: 'Cụm 99' }), //                                          10
    sound(10, { kind: 'Hợp tác xã vũ trụ' }), //                                 11
    sound(11, { foundedOn: '31/02/2020' }), //                                   12
    sound(12, { lastScore: 'chín mươi' }), //                                    13
    sound(13, { lastScore: '1.234' }), //                                        14
    sound(14, { phone: '0912' }), //                                             15
    sound(15, { phone: '0912 345 678' }), //                                     16
    sound(16, { phone: '+84912345678' }), //                                     17: as row 16
    sound(17, { login: 'tên có dấu' }), //                                       18
    sound(18, { login: 'th18' }), //                                             19
    sound(19, { login: 'TH18' }), //                                             20: as row 19
    sound(20, { role: 'x'.repeat(201) }), //                                     21
    sound(21, { name: 'x'.repeat(501) }), //                                     22
    sound(22, { name: all.federation.units.A!.name }), //                        23: as a unit there is
    sound(23, { code: 'x'.repeat(41) }), //                                      24
  ]);
  expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
    [4, 'A', 'unit-code-shape'],
    [5, 'A', 'unit-code-taken'],
    [6, 'B', 'unit-name-empty'],
    [7, 'B', 'unit-name-taken'],
    [8, 'D', 'block-empty'],
    [9, 'D', 'block-unknown'],
    [10, 'E', 'cluster-unknown'],
    [11, 'C', 'unit-kind-unknown'],
    [12, 'F', 'day-unreadable'],
    [13, 'G', 'number-unreadable'],
    [14, 'G', 'number-ambiguous'],
    [15, 'J', 'phone-unreadable'],
    [17, 'J', 'phone-taken'],
    [18, 'I', 'user-name-shape'],
    [20, 'I', 'user-name-taken'],
    [21, 'H', 'text-too-long'],
    [22, 'B', 'text-too-long'],
    [23, 'B', 'unit-name-taken'],
    [24, 'A', 'text-too-long'],
  ]);
  expect(faults.find((fault) => fault.row === 5)).toMatchObject({
    title: 'Mã đơn vị',
    value: 'th001',
    detail: { row: 2 },
  });
  expect(preview.map((one) => one.row)).toEqual([2, 3, 16, 19]);
  expect(preview[1]).toMatchObject({ code: 'DV-01', codeProposed: true, name: 'Không mã' });
  expect(await all.owner`select count(*)::int as n from unit`).toEqual(before);
});

it('names a missing column', async () => {
  const { faults } = await check([{ code: 'TH001', block: 'Khối Tiểu học' }], ['code', 'block']);
  expect(faults[0]).toMatchObject({ row: 1, column: '', title: 'Tên đơn vị', code: 'column-missing' });
});

it('asks once about rows without a block, and takes the answer', async () => {
  const bare = [1, 2, 3].map((n) => ({ code: `TH90${n}`, name: `CĐCS Trường Tiểu học không khối ${n}` }));
  const columns: UnitsColumnKey[] = ['code', 'name'];
  const asked = await check(bare, columns);
  expect(asked.unplaced).toEqual([{ words: '', rows: 3, first: { sheet: 'Đơn vị', row: 2 } }]);
  expect(asked.preview).toEqual([]);
  const { yearId } = all.federation;
  const file = await sheet(bare, columns);
  const told = await all.officer.call.unitImport.check({ yearId, file, blocks: [{ words: '', code: 'th' }] });
  expect([told.unplaced, told.faults]).toEqual([[], []]);
  expect(told.preview.map((one) => one.block)).toEqual(Array(3).fill('Khối Tiểu học'));
});

describe('lists as offices have them', () => {
  const check = async (name: string, more: { sheets?: string[]; blocks?: { words: string; code: string }[] } = {}) => {
    const bytes = await readFile(trialWorkbook(name));
    return all.officer.call.unitImport.check({
      yearId: all.federation.yearId,
      file: bytes.toString('base64'),
      ...more,
    });
  };

  it('a list without codes: codes are proposed, phones and names to sign in with are shown', async () => {
    const { preview, faults, sheets } = await check('list-without-codes');
    expect(faults).toEqual([]);
    expect(
      preview.map(({ row, code, codeProposed, name, chair, phone, login }) => [
        row,
        code,
        codeProposed,
        name,
        chair,
        phone,
        login,
      ]),
    ).toEqual([
      [5, 'MN-01', true, 'Trường Mầm non Hoa Thử', 'Chủ tịch', '+84912345600', 'mn-hoathu'],
      [6, 'TH-01', true, 'Trường Tiểu học Sông Thử', 'Chủ tịch', '+84912345601', 'th-songthu'],
      [7, 'TH-02', true, 'Trường Tiểu học Đồi Thử', 'Chủ tịch', '+84912345602', 'th-doithu'],
    ]);
    expect(sheets[0]!.passed.map(({ row }) => row)).toEqual([1, 2, 8, 10]);
  });

  it('every sheet with units that is shown is read; the person may choose', async () => {
    const both = await check('hidden-sheet-first');
    expect(both.sheets.map(({ name, hidden, read }) => [name, hidden, read])).toEqual([
      ['Năm ngoái', true, false],
      ['Năm nay', false, true],
    ]);
    expect(both.rows.map(({ values }) => values.code)).toEqual(['MN-01']);
    const last = await check('hidden-sheet-first', { sheets: ['Năm ngoái'] });
    expect(last.rows.map(({ sheet, values }) => [sheet, values.code])).toEqual([['Năm ngoái', 'CU-01']]);
    // The year has no block for the third sheet: asked about once.
    const three = await check('a-sheet-a-block');
    expect(three.rows.map(({ values }) => values.code)).toEqual(['MN-01', 'TH-01', 'TH-02', 'CS-01']);
    expect(three.unplaced).toMatchObject([
      { words: 'Khối Trung học cơ sở', rows: 1, first: { sheet: 'THCS', row: 2 } },
    ]);
  });

  it('doubles across letters that look alike are doubles', async () => {
    const { faults } = await check('d-lookalikes', { blocks: [{ words: 'Khối Trung học cơ sở', code: 'th' }] });
    expect(faults.map(({ row, column, code, detail }) => [row, column, code, detail])).toEqual([
      [3, 'B', 'unit-name-taken', { row: 2 }],
      [4, 'B', 'unit-name-taken', { row: 2 }],
      [6, 'B', 'unit-name-taken', { row: 5 }],
    ]);
  });

  it('text of old fonts and a code twice are refused with what to do', async () => {
    expect((await check('tcvn3-vni')).faults.map(({ code, detail }) => [code, detail?.font])).toEqual([
      ['text-old-font', 'tcvn3'],
      ['text-old-font', 'vni'],
    ]);
    expect((await check('number-codes')).faults).toMatchObject([{ row: 4, column: 'A', code: 'unit-code-taken' }]);
  });

  it('more than two megabytes are refused with a sentence of their own', async () => {
    const { yearId } = all.federation;
    const file = Buffer.alloc(2 * 1024 * 1024 + 1).toString('base64');
    await expect(all.officer.call.unitImport.check({ yearId, file })).rejects.toMatchObject({
      refusal: 'workbook-file-too-large',
      detail: { most: 2 },
    });
  });
});

it.each([
  [Buffer.from('mã;tên\nTH1;Trường').toString('base64'), 'workbook-is-text'],
  ['', 'workbook-empty'],
  [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]).toString('base64'), 'workbook-broken'],
])('refuses a file that is no list of units', async (file, refusal) => {
  const attempt = all.officer.call.unitImport.check({ yearId: all.federation.yearId, file });
  await expect(attempt).rejects.toMatchObject({ refusal });
});

describe('carrying out', () => {
  const rows = Array.from({ length: 100 }, (_, i) =>
    sound(i + 1, {
      // Decomposed, as some phones and Macs type it.
      name: `CĐCS Trường Mầm non Hoa Phượng ${i + 1}`.normalize('NFD'),
      block: i % 2 ? 'khoi tieu hoc' : 'mn',
      cluster: 'Cụm 1',
      lastScore: '92,5',
      foundedOn: '05/09/2020',
      ...(i === 0 && { phone: '0912345678', login: 'hoaphuong.chutich', role: 'Phó Chủ tịch phụ trách' }),
    }),
  );

  it('imports a hundred units with their chairs once, however often it is pressed', async () => {
    const checked = await check(rows);
    expect(checked).toMatchObject({ faults: [], counts: { new: 100, changed: 0, same: 0 } });
    const press = { clientId: randomUUID(), yearId: all.federation.yearId, rows: checked.rows };
    const [first, second] = await Promise.all([1, 2].map(() => all.officer.call.unitImport.carryOut(press)));
    expect(second).toEqual(first);
    expect(first!.toInvite).toHaveLength(100);
    const page = await all.officer.call.unit.list({ search: 'hoa phuong 1' });
    const one = page.units.find((unit) => unit.code === 'TH001')!;
    expect(one.name).toBe('CĐCS Trường Mầm non Hoa Phượng 1'.normalize('NFC'));
    expect(one).toMatchObject({
      kind: 'school',
      foundedOn: '2020-09-05',
      place: { blockCode: 'mn', clusterCode: 'cum-1', previousTotal: '92.5', activeSince: '2020-09-05' },
      people: [
        {
          role: 'chair',
          title: 'Phó Chủ tịch phụ trách',
          phone: '+84912345678',
          proposedName: 'hoaphuong.chutich',
          invitation: 'none',
        },
      ],
    });
    const [trace] = await all.owner`select count(*)::int as n from audit_event
      where federation_id = ${all.federation.id} and action = 'unit.add'`;
    expect(trace!.n).toBe(100);

    // The same file on another day changes nothing, also in two windows at once.
    const again = await check(rows);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 100 });
    const both = await Promise.all(
      [1, 2].map(() =>
        all.officer.call.unitImport.carryOut({
          clientId: randomUUID(),
          yearId: all.federation.yearId,
          rows: again.rows,
        }),
      ),
    );
    expect(both.map((done) => done.counts.same)).toEqual([100, 100]);
    const [units] = await all.owner`select count(*)::int as n from unit where federation_id = ${all.federation.id}`;
    expect(units!.n).toBe(103);
  });

  it('a list without codes a second time changes nothing, and a name there is under another code is asked about', async () => {
    const list = [1, 2].map((n) => ({ name: `Trường Tiểu học Không Mã ${n}`, block: 'Tiểu học' }));
    const columns: UnitsColumnKey[] = ['name', 'block'];
    const first = await check(list, columns);
    expect(first.preview.map(({ code, effect }) => [code, effect])).toEqual([
      ['TH-01', 'new'],
      ['TH-02', 'new'],
    ]);
    const { yearId } = all.federation;
    await all.officer.call.unitImport.carryOut({ clientId: randomUUID(), yearId, rows: first.rows });
    const second = await check([...list].reverse(), columns);
    expect(second.preview.map(({ code, effect, codeProposed }) => [code, effect, codeProposed])).toEqual([
      ['TH-02', 'same', false],
      ['TH-01', 'same', false],
    ]);
    const other = await check([{ code: 'KHAC', name: 'trường tiểu học không mã 1', block: 'th' }]);
    expect(other.faults).toMatchObject([{ column: 'B', code: 'unit-name-taken', detail: { unit: 'TH-01' } }]);
  });

  it('changes what the file says and leaves what it leaves empty', async () => {
    const { preview, rows: read } = await check([
      { code: 'th001', name: 'CĐCS Trường Mầm non Hoa Phượng Đỏ', block: 'Khối Tiểu học' },
      { code: all.federation.units.A!.code, name: all.federation.units.A!.name, block: 'th' },
    ]);
    expect(preview[0]).toMatchObject({
      effect: 'changed',
      code: 'TH001',
      formerName: 'CĐCS Trường Mầm non Hoa Phượng 1',
      changes: ['name', 'block'],
      lastScore: '92.5',
    });
    expect(preview[1]).toMatchObject({ effect: 'same' });
    await all.officer.call.unitImport.carryOut({ clientId: randomUUID(), yearId: all.federation.yearId, rows: read });
    const { units } = await all.officer.call.unit.list({ search: 'phuong do' });
    expect(units).toHaveLength(1);
    expect(units[0]!.place).toMatchObject({ blockCode: 'th', clusterCode: 'cum-1', previousTotal: '92.5' });
    expect(units[0]!.people).toHaveLength(1);
  });

  it('is all or nothing: one faulty row and no unit comes in', async () => {
    const { rows: read } = await check([sound(501), sound(502, { block: 'Khối Đại học' })]);
    const attempt = all.officer.call.unitImport.carryOut({
      clientId: randomUUID(),
      yearId: all.federation.yearId,
      rows: read,
    });
    await expect(attempt).rejects.toMatchObject({ refusal: 'import-faulty', detail: { faults: 1 } });
    expect((await all.officer.call.unit.list({ search: 'TH501', show: 'all' })).total).toBe(0);
  });

  it('makes the blocks and clusters of a year that has none', async () => {
    const { yearId } = await all.officer.call.year.create({
      clientId: randomUUID(),
      code: '2027-2028',
      title: 'Năm học 2027–2028',
      from: '2027-09-01',
      to: '2028-08-31',
      blocks: [],
      clusters: [],
    });
    const file = await sheet([sound(1, { block: 'Khối Một' }), sound(2, { block: 'khoi mot', cluster: 'Cụm Đông' })]);
    const checked = await all.officer.call.unitImport.check({ yearId, file });
    expect(checked).toMatchObject({ faults: [], newBlocks: ['Khối Một'], newClusters: ['Cụm Đông'] });
    await all.officer.call.unitImport.carryOut({ clientId: randomUUID(), yearId, rows: checked.rows });
    expect(await all.officer.call.year.get({ yearId })).toMatchObject({
      blocks: [{ code: 'mot', name: 'Khối Một', units: 2 }],
      clusters: [{ code: 'cum-dong', units: 1 }],
    });
  });

  it('knows no year of another federation, and lets nobody but the officer', async () => {
    const file = await sheet([sound(1)]);
    const { yearId } = all.otherFederation;
    await expect(all.officer.call.unitImport.check({ yearId, file })).rejects.toMatchObject({ refusal: 'not-found' });
    expect((await all.strangeOfficer.call.unitImport.check({ yearId, file })).faults).toEqual([]);
    for (const person of [all.chair, all.deputy, all.principal, all.province])
      await expect(person.call.unitImport.check({ yearId, file })).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.nobody.call.unitImport.check({ yearId, file })).rejects.toMatchObject({
      refusal: 'not-signed-in',
    });
  });
});
