import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainText } from './plain-text.ts';
import { compareVietnamese, matchesSearch, searchKey, storedText } from './normalize.ts';
import { parseNumber } from './parse-number.ts';

describe('P4: numbers as they are typed', () => {
  it.each([
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1,234,567.80', '1234567.8'],
    ['95,5', '95.5'],
    ['95.5', '95.5'],
    ['97,83', '97.83'],
    [' 1 234 ', '1234'],
    ['1 234 567,25', '1234567.25'],
    ['1 234.567', '1234.567'],
    ['１２,５', '12.5'],
    ['0', '0'],
    ['-0,0', '0'],
    ['007', '7'],
    ['0.500', '0.5'],
    ['0,125', '0.125'],
    ['1234.567', '1234.567'],
    ['−3,5', '-3.5'],
    ['- 3', '-3'],
    ['+2', '2'],
  ])('reads %j as %s', (typed, value) => {
    expect(parseNumber(typed)).toEqual({ ok: true, value: { kind: 'number', value } });
  });

  it.each([
    ['1.234', ['1234', '1.234']],
    ['1,234', ['1234', '1.234']],
    ['100.000', ['100000', '100']],
    ['-2.500', ['-2500', '-2.5']],
  ])('asks about %j', (typed, values) => {
    expect(parseNumber(typed)).toEqual({ ok: true, value: { kind: 'ambiguous', values } });
  });

  it.each([
    '',
    ' ',
    'mười',
    '1.2.3',
    '1,2,3',
    '1.23.456',
    '1.234.56',
    '12 34',
    '1e3',
    '0x10',
    '5%',
    '--1',
    '1-2',
    ',5',
    '5,',
    'NaN',
    '9'.repeat(60),
  ])('refuses %j with a code', (typed) => {
    expect(parseNumber(typed)).toEqual({ ok: false, code: 'number-unreadable' });
  });

  it('reads back every number written the Vietnamese or the English way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 2_000_000_000 }),
        fc.integer({ min: 1, max: 99 }),
        (whole, cents) => {
          const fraction = String(cents).padStart(2, '0');
          const value = `${whole}.${fraction}`.replace(/0+$/, '');
          for (const [locale, separator] of [
            ['vi-VN', ','],
            ['en-US', '.'],
          ] as const)
            expect(parseNumber(new Intl.NumberFormat(locale).format(whole) + separator + fraction)).toEqual({
              ok: true,
              value: { kind: 'number', value },
            });
        },
      ),
    );
  });
});

describe('P4: names sorted and searched as Vietnamese read', () => {
  it('stores NFC without stray spaces', () => {
    expect(storedText('  Trường\u00a0 Tiểu học ')).toBe('Trường Tiểu học');
    expect(storedText('Một \r\n hai')).toBe('Một\nhai');
  });

  it('stores nothing that nobody sees', () => {
    expect(storedText('\ufeffTrường\u200b Tiểu\u00ad học \u202eAB\u202c\u2066\u2069')).toBe('Trường Tiểu học AB');
    // A sign without width between a letter and its accent must not keep them apart.
    expect(storedText('Tru\u031bo\u200b\u031b\u0300ng')).toBe('Trường');
  });

  it.each([
    ['Tiếng Việt 😀\tvà\r\ndòng hai', true],
    ['\u0000', false],
    ['\u001b[31m', false],
    ['\u0085', false],
    ['\uffff', false],
    ['\ud800', false],
    ['', true],
  ])('%j is plain text: %s', (text, plain) => {
    expect(isPlainText(text)).toBe(plain);
  });

  it('finds names with accents, without, in any order', () => {
    expect(searchKey('Trường Tiểu học Đằng Giang – Khu 2')).toBe('truong tieu hoc dang giang khu 2');
    expect(matchesSearch('Trường Tiểu học Đằng Giang', 'dang gi')).toBe(true);
    expect(matchesSearch('Trường Tiểu học Đằng Giang', 'giang truong')).toBe(true);
    expect(matchesSearch('Trường Tiểu học Đằng Giang', 'Ðằng'.replace('Ð', 'Đ'))).toBe(true);
    expect(matchesSearch('Trường Tiểu học Đằng Giang', 'thcs')).toBe(false);
    expect(matchesSearch('Trường Tiểu học', '')).toBe(true);
  });

  it('orders by the Vietnamese alphabet and by the value of numbers', () => {
    const names = ['Đông', 'Dương', 'Ánh', 'An', 'Ba', 'Khu 10', 'Khu 2', 'Ơn', 'Ôn', 'On'];
    expect([...names].sort(compareVietnamese)).toEqual([
      'An',
      'Ánh',
      'Ba',
      'Dương',
      'Đông',
      'Khu 2',
      'Khu 10',
      'On',
      'Ôn',
      'Ơn',
    ]);
  });
});

describe('P4: letters that look like Đ are Đ', () => {
  it.each(['Ðống Ða', 'Ɖống Ɖa', 'Đống Đa'])('%s', (typed) => {
    expect(storedText(typed)).toBe('Đống Đa');
    expect(searchKey(typed)).toBe('dong da');
    expect(matchesSearch(typed, 'đống')).toBe(true);
    expect(searchKey(typed.toLowerCase())).toBe('dong da');
  });
});
