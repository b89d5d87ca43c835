import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainText } from './plain-text.ts';
import { formatNumber, formatTyped } from '../words/numbers.ts';
import {
  compareVietnamese,
  matchesSearch,
  normalizedSecret,
  searchKey,
  storedCode,
  storedLine,
  storedText,
} from './normalize.ts';
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

describe('P4: what a number can mean where it stands', () => {
  it.each([
    ['1.234', '1234'],
    ['1,234', '1234'],
    ['2.000', '2000'],
    ['12.500.000', '12500000'],
    ['8,0', '8'],
    ['1.234,5', '1234.5'],
  ])('a count: %j is %s', (typed, value) => {
    expect(parseNumber(typed, { whole: true })).toEqual({ ok: true, value: { kind: 'number', value } });
  });

  it.each([
    ['1.234', '5', '1.234'],
    ['1,250', '2', '1.25'],
    ['2.500', '1', '2.5'],
  ])('points: %j of at most %s is %s', (typed, atMost, value) => {
    expect(parseNumber(typed, { atMost })).toEqual({ ok: true, value: { kind: 'number', value } });
  });

  it('is asked about where both can be', () => {
    expect(parseNumber('1.234', { atMost: '2000' })).toMatchObject({ value: { kind: 'ambiguous' } });
  });

  const decimals = fc
    .tuple(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 999_999 }),
    )
    .map(([whole, places, part]) =>
      places === 0 ? String(whole) : `${whole}.${String(part).padStart(6, '0').slice(0, places)}`,
    );
  const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

  it('reads back every number of every number of places as it is put into a field', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(parseNumber(formatTyped(value))).toEqual({ ok: true, value: { kind: 'number', value: plain(value) } });
      }),
    );
  });

  it('reads back, or asks about with the number among the answers, every number as it is shown', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        const read = parseNumber(formatNumber(value));
        const values = !read.ok ? [] : read.value.kind === 'number' ? [read.value.value] : read.value.values;
        expect(values).toContain(plain(value));
      }),
    );
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (count) => {
        expect(parseNumber(formatNumber(String(count)), { whole: true })).toEqual({
          ok: true,
          value: { kind: 'number', value: String(count) },
        });
      }),
    );
  });

  /** Every way of grouping and of marking decimals tried for itself. */
  function readings(text: string): Set<string> {
    const found = new Set<string>();
    for (const group of ['', '.', ',', ' '])
      for (const point of ['.', ',']) {
        if (group === point) continue;
        const g = group === '' ? '' : `\\${group}`;
        const whole =
          group === ''
            ? '\\d+'
            : `${group === ' ' ? '\\d' : '[1-9]\\d?'}\\d{0,${group === ' ' ? 2 : 1}}(?:${g}\\d{3})+`;
        const match = new RegExp(`^(${whole})(?:\\${point}(\\d+))?$`).exec(text);
        if (!match) continue;
        const digits = (match[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '');
        found.add(plain(`${digits}.${match[2] ?? '0'}`));
      }
    return found;
  }

  it('has one silent reading at most: what is taken without a question means nothing else', () => {
    const piece = fc.constantFrom('0', '1', '5', '12', '123', '500', '000', '1234', '.', ',', ' ', '.', ',');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), (pieces) => {
        const text = pieces.join('').trim().replace(/ +/g, ' ');
        if (text.length > 40) return;
        const read = parseNumber(text);
        const possible = readings(text);
        if (!read.ok) expect([...possible], text).toEqual([]);
        else if (read.value.kind === 'number') expect([...possible], text).toEqual([read.value.value]);
        else expect(possible, text).toEqual(new Set(read.value.values));
      }),
      { numRuns: 3000 },
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

  it('keeps what is seen: pictures made of several, hyphens as they are typed', () => {
    expect(storedText('Cô giáo 👩\u200d🏫 giỏi\u200d')).toBe('Cô giáo 👩\u200d🏫 giỏi');
    expect(storedText('Kim\u2011Đồng')).toBe('Kim-Đồng');
    expect(storedLine(' một\r\n\u200bhai ')).toBe('một hai');
    expect(searchKey('Kim\u200b Đồng\u00a02')).toBe('kim dong 2');
  });

  it('cleans twice as once', () => {
    const sign = fc.constantFrom(
      '\u200b',
      '\u200d',
      '\u00a0',
      '\u2011',
      '👩',
      '🏫',
      'ư',
      'o\u031b',
      '\u0300',
      ' ',
      '\n',
      'a',
      '\ufeff',
    );
    fc.assert(
      fc.property(
        fc.array(sign).map((signs) => signs.join('')),
        (text) => {
          for (const clean of [storedText, storedLine, storedCode]) expect(clean(clean(text))).toBe(clean(text));
        },
      ),
    );
  });

  it('leaves the letters of a code and everything of a password', () => {
    const decomposed = 'tốt'.normalize('NFD');
    expect(storedCode(`\u200b ${decomposed}\u00a0`)).toBe(decomposed);
    expect(normalizedSecret(` ${decomposed}\u200b `)).toBe(' tốt\u200b ');
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
