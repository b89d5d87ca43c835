import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkUserName } from '../access/ways-in.ts';
import { ok, refuse } from '../result.ts';
import { federationKinds, kindTitle, unitKinds } from './kinds.ts';
import { nameKey, suggestUserName } from './names.ts';
import { checkUnitCode } from './unit-code.ts';
import { checkUnitRows, type ExistingUnits, type UnitRowText } from './unit-rows.ts';

test('every kind has its own code and title', () => {
  for (const kinds of [federationKinds, unitKinds]) {
    expect(new Set(kinds.map(({ code }) => code)).size).toBe(kinds.length);
    expect(new Set(kinds.map(({ title }) => title)).size).toBe(kinds.length);
  }
  expect(kindTitle(unitKinds, 'occupational')).toBe('Nghiệp đoàn');
  expect(kindTitle(unitKinds, 'Công đoàn làng nghề')).toBe('Công đoàn làng nghề');
});

test.each([
  ['TH-01', 'ok'],
  ['mn.hoa_mai', 'ok'],
  ['', 'unit-code-empty'],
  ['  ', 'unit-code-empty'],
  ['TH 01', 'unit-code-shape'],
  ['TH-Đằng', 'unit-code-shape'],
  ['-01', 'unit-code-shape'],
  ['a'.repeat(41), 'text-too-long'],
])('the unit code “%s”: %s', (typed, expected) => {
  const answer = checkUnitCode(typed);
  expect(answer.ok ? 'ok' : answer.code).toBe(expected);
});

test.each([
  ['Hoà Bình', 'Hòa Bình', true],
  ['HÒA  BÌNH', 'hòa-bình', true],
  ['Hòa Bình'.normalize('NFD'), 'Hòa Bình', true],
  ['Thuý Lĩnh', 'Thúy Lĩnh', true],
  ['Hòa Bình', 'Hoa Bình', false],
  ['Đống Đa', 'Dống Đa', false],
  ['Khu 1', 'Khu 2', false],
])('“%s” and “%s” are one name: %s', (a, b, same) => expect(nameKey(a) === nameKey(b)).toBe(same));

describe('user names', () => {
  test.each([
    ['CĐCS Trường Tiểu học Kim Đồng', 'th-kimdong'],
    ['Công đoàn cơ sở Trường Mầm non Hữu Nghị', 'mn-huunghi'],
    ['CĐCS Trường THCS Hà Huy Tập', 'thcs-hahuytap'],
    ['CĐCS Trường Tiểu học và Trung học cơ sở Đinh Tiên Hoàng', 'thcs-dinhtienhoang'],
    ['TH&THCS Đảo Nghiên', 'thcs-daonghien'],
    ['Nghiệp đoàn giáo viên mầm non ngoài công lập', 'nd-giaovienngoaiconglap'],
    ['CĐCS', 'donvi'],
    ['Trường 12', 'donvi-12'],
  ])('%s → %s', (name, expected) => expect(suggestUserName(name)).toBe(expected));
  it('count up when taken', () => {
    expect(suggestUserName('Trường Tiểu học Kim Đồng', new Set(['th-kimdong', 'th-kimdong-2']))).toBe('th-kimdong-3');
  });
  it('always pass the check for user names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        expect(checkUserName(suggestUserName(name))).toMatchObject({ ok: true });
      }),
    );
  });
});

describe('a list of units', () => {
  const readPhone = (typed: string) =>
    typed === '' ? ok(null) : /^0\d{9}$/.test(typed) ? ok(`+84${typed.slice(1)}`) : refuse('phone-unreadable' as const);
  const existing: ExistingUnits = {
    units: [{ code: 'MN-01', name: 'CĐCS Trường Mầm non Hoà Bình' }],
    blocks: [
      { code: 'mam-non', name: 'Khối Mầm non' },
      { code: 'tieu-hoc', name: 'Khối Tiểu học' },
    ],
    clusters: [{ code: 'cum-1', name: 'Cụm 1' }],
    userNames: ['canbo'],
    phones: ['+84912000001'],
  };
  const row = (number: number, values: Partial<UnitRowText['values']>): UnitRowText => ({
    sheet: 'Đơn vị',
    row: number,
    values: {
      code: `TH-${number}`,
      name: `CĐCS Trường Tiểu học số ${number}`,
      kind: '',
      block: 'Khối Tiểu học',
      cluster: '',
      foundedOn: '',
      lastScore: '',
      role: '',
      login: '',
      phone: '',
      ...values,
    },
  });
  const check = (rows: UnitRowText[], there = existing) => checkUnitRows(rows, there, readPhone);
  const faults = (...rows: UnitRowText[]) => check(rows).faults.map((f) => `${f.row} ${f.column} ${f.code}`);

  it('a sound row, with what is usual filled in', () => {
    const { units, faults: none } = check([
      row(5, {
        code: ' TH-05 ',
        name: 'CĐCS Trường  Tiểu học Kim Đồng',
        kind: 'nghiệp đoàn',
        block: 'khoi tieu hoc',
        cluster: 'CUM-1',
        foundedOn: '2020-09-05',
        lastScore: '92.5',
        phone: '0912345678',
      }),
    ]);
    expect(none).toEqual([]);
    expect(units).toEqual([
      {
        sheet: 'Đơn vị',
        row: 5,
        code: 'TH-05',
        name: 'CĐCS Trường Tiểu học Kim Đồng',
        kind: 'occupational',
        block: 'tieu-hoc',
        cluster: 'cum-1',
        foundedOn: '2020-09-05',
        lastScore: '92.5',
        role: 'Chủ tịch công đoàn cơ sở',
        login: 'th-kimdong',
        phone: '+84912345678',
      },
    ]);
  });
  test.each<[string, Partial<UnitRowText['values']>, string[]]>([
    ['no code', { code: '' }, ['2 code unit-code-empty']],
    ['a code with accents', { code: 'TH-Đ' }, ['2 code unit-code-shape']],
    ['a code there is, in other letters', { code: 'mn-01' }, ['2 code unit-code-taken']],
    ['no name', { name: ' ' }, ['2 name unit-name-empty']],
    ['a name there is, with the tone elsewhere', { name: 'CĐCS Trường Mầm non Hòa Bình' }, ['2 name unit-name-taken']],
    ['an endless name', { name: 'a'.repeat(201) }, ['2 name text-too-long']],
    ['no block', { block: '' }, ['2 block block-empty']],
    ['a block there is not', { block: 'Khối THPT' }, ['2 block block-unknown']],
    ['a cluster there is not', { cluster: 'Cụm 9' }, ['2 cluster cluster-unknown']],
    ['a kind there is not', { kind: 'Hội' }, ['2 kind unit-kind-unknown']],
    ['30 February', { foundedOn: '2020-02-30' }, ['2 foundedOn day-unreadable']],
    ['a score in words', { lastScore: 'chín mươi' }, ['2 lastScore number-unreadable']],
    ['a user name with accents', { login: 'kim.đồng' }, ['2 login user-name-shape']],
    ['a user name there is', { login: 'CANBO' }, ['2 login user-name-taken']],
    ['half a phone', { phone: '0912' }, ['2 phone phone-unreadable']],
    ['a phone there is', { phone: '0912000001' }, ['2 phone phone-taken']],
    [
      'all at once',
      { code: '', name: '', block: '' },
      ['2 code unit-code-empty', '2 name unit-name-empty', '2 block block-empty'],
    ],
  ])('%s', (_, values, expected) => expect(faults(row(2, values))).toEqual(expected));

  it('finds doubles within the list, and names the row they are doubles of', () => {
    const { faults: found } = check([
      row(2, { code: 'A', name: 'Trường Hòa Bình', login: 'a.b', phone: '0912345678' }),
      row(3, { code: 'a', name: 'Trường Hoà Bình', login: 'a.b', phone: '0912345678' }),
    ]);
    expect(found.map(({ row: number, column, code, detail }) => [number, column, code, detail])).toEqual([
      [3, 'code', 'unit-code-taken', { row: 2 }],
      [3, 'name', 'unit-name-taken', { row: 2 }],
      [3, 'login', 'user-name-taken', undefined],
      [3, 'phone', 'phone-taken', { row: 2 }],
    ]);
  });
  it('a name that differs only by accents is worth a look, no fault', () => {
    const { faults: none, warnings } = check([
      row(2, { name: 'Trường Hòa Bình' }),
      row(3, { name: 'Truong Hoa Binh' }),
    ]);
    expect(none).toEqual([]);
    expect(warnings.map(({ row: number, detail }) => [number, detail])).toEqual([[3, { row: 2 }]]);
  });
  it('proposes different user names for schools of one name', () => {
    const { units } = check([
      row(2, { name: 'CĐCS Trường Tiểu học Hòa Bình' }),
      row(3, { name: 'CĐCS Trường Tiểu học Hoa Bình' }),
    ]);
    expect(units.map(({ login }) => login)).toEqual(['th-hoabinh', 'th-hoabinh-2']);
  });
  it('where there are no blocks and clusters yet, rows name them', () => {
    const { units, faults: none } = check([row(2, { block: 'Khối Mầm non', cluster: 'Cụm 3' })], {
      ...existing,
      blocks: [],
      clusters: [],
    });
    expect(none).toEqual([]);
    expect(units).toMatchObject([{ block: 'Khối Mầm non', cluster: 'Cụm 3' }]);
  });
  it('keeps faulty rows out of what could be stored', () => {
    expect(check([row(2, {}), row(3, { code: '' })]).units.map(({ row: number }) => number)).toEqual([2]);
  });
  it('a list without end is refused', () => {
    const rows = Array.from({ length: 2001 }, (_, i) => row(i + 2, {}));
    expect(check(rows)).toMatchObject({
      units: [],
      faults: [{ row: 2002, code: 'rows-too-many', detail: { max: 2000 } }],
    });
  });
});
