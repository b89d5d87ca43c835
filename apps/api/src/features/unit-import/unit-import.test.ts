import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitsColumns, type UnitsColumnKey } from '@giaouoc/documents';
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
    [3, 'A', 'unit-code-empty'],
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
  expect(preview.map((one) => one.row)).toEqual([2, 16, 19]);
  expect(await all.owner`select count(*)::int as n from unit`).toEqual(before);
});

it('names a missing column', async () => {
  const { faults } = await check([{ code: 'TH001', name: 'CĐCS Trường Tiểu học số 1' }], ['code', 'name']);
  expect(faults[0]).toMatchObject({ row: 1, column: '', title: 'Khối', code: 'column-missing' });
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

  it('changes what the file says and leaves what it leaves empty', async () => {
    const { preview, rows: read } = await check([
      { code: 'th001', name: 'CĐCS Trường Mầm non Hoa Phượng Đỏ', block: 'Khối Tiểu học' },
      { code: all.federation.units.A!.code, name: all.federation.units.A!.name, block: 'th' },
    ]);
    expect(preview[0]).toMatchObject({
      effect: 'changed',
      code: 'TH001',
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
