import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { proposeUnitCodes } from './unit-code-proposals.ts';
import { checkUnitCode } from './unit-code.ts';
import { UnitNames } from './unit-names.ts';

describe('the one rule about a name that is there already', () => {
  const names = new UnitNames([{ code: 'TH-01', name: 'Trường Tiểu học Đống Đa' }]);
  test.each([
    ['Trường Tiểu học Đống Đa', 'TH-01'],
    ['TRƯỜNG TIỂU HỌC  ĐỐNG ĐA', 'TH-01'],
    ['Trường Tiểu học Ðống Ða', 'TH-01'],
    ['Trường Tiểu học Ɖống Ɖa', 'TH-01'],
  ])('“%s” is refused, with the unit it is', (typed, unit) =>
    expect(names.check(typed)).toEqual({ ok: false, code: 'unit-name-taken', detail: { unit } }),
  );
  test('with its place added it is another', () =>
    expect(names.check('Trường Tiểu học Đống Đa  (phường Vân Hải)')).toEqual({
      ok: true,
      value: 'Trường Tiểu học Đống Đa (phường Vân Hải)',
    }));
  test('a name that differs by accents only is taken and worth a look', () => {
    expect(names.check('Truong Tieu hoc Dong Da').ok).toBe(true);
    expect(names.alikeTo('Truong Tieu hoc Dong Da')).toEqual({ unit: 'TH-01' });
    expect(names.alikeTo('Trường Tiểu học Đống Đa')).toBeUndefined();
  });
  test.each([
    ['  ', 'unit-name-empty'],
    ['a'.repeat(201), 'text-too-long'],
  ])('“%s” is refused: %s', (typed, code) => expect(names.check(typed)).toMatchObject({ ok: false, code }));
});

describe('codes for a list without codes', () => {
  const row = (name: string, code = '') => ({ code, name });
  it('come from the kind of school and the next free number', () => {
    const rows = [
      row('Trường Mầm non Hoa Thử'),
      row('Trường Tiểu học Sông Thử'),
      row('Trường Tiểu học Đồi Thử'),
      row('CĐCS Trường THCS Suối Thử'),
      row('Phòng Giáo dục'),
      row('', ''),
      row('Trường Mầm non Có mã', 'MN-02'),
      row('Trường Mầm non Không mã'),
    ];
    expect(proposeUnitCodes(rows, [], ['TH-01'])).toEqual([
      ...['MN-01', 'TH-02', 'TH-03', 'THCS-01', 'DV-01', '', '', 'MN-03'],
    ]);
  });
  it('a unit there is keeps its own', () => {
    expect(proposeUnitCodes([row('trường tiểu học  Kim Đồng')], [row('Trường Tiểu học Kim Đồng', 'KD')])).toEqual([
      'KD',
    ]);
  });
  it('are sound, and none is given twice', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ code: fc.constantFrom('', 'TH-01', 'mn-01'), name: fc.string() })), (rows) => {
        const proposed = proposeUnitCodes(rows, []).filter((code) => code !== '');
        expect(new Set(proposed).size).toBe(proposed.length);
        for (const code of proposed) expect(checkUnitCode(code).ok).toBe(true);
        expect(proposed.filter((code) => rows.some((one) => one.code.toLowerCase() === code.toLowerCase()))).toEqual(
          [],
        );
      }),
    );
  });
});
