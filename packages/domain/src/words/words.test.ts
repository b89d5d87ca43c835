import { describe, expect, it } from 'vitest';
import { instantOf } from '../period/local-time.ts';
import * as numbers from './numbers.ts';
import * as texts from './texts.ts';
import * as times from './times.ts';

const format = { ...numbers, ...texts, ...times };

const at = instantOf;
const now = at('2027-01-08T10:42');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers as Vietnamese read them', () => {
  it('writes points with two decimals, rounded half away from zero on the digits', () => {
    expect(format.points('5')).toBe('5,00');
    expect(format.points('65.985')).toBe('65,99');
    expect(format.points('-0.245')).toBe('−0,25');
    expect(format.points('-0.001')).toBe('0,00');
    expect(format.points('1234.5')).toBe('1.234,50');
    expect(format.points(0)).toBe('0,00');
  });
  it('never shows a missing figure as 0', () => {
    for (const show of [format.points, format.number, format.percent, format.planPoints]) {
      expect(show(null)).toBe('–');
      expect(show(undefined)).toBe('–');
    }
    expect(format.share(3, 0)).toBe('–');
  });
  it('groups, keeps only needed decimals, holds the unit', () => {
    expect(format.number('1234.5')).toBe('1.234,5');
    expect(format.number('1234567.000')).toBe('1.234.567');
    expect(format.number(0.1 + 0.2)).toBe('0,3');
    expect(format.number('99999999999999999999.5')).toBe('99.999.999.999.999.999.999,5');
    expect(format.planPoints('6.00')).toBe('6');
    expect(format.share(45, 46)).toBe('97,83\u00a0%');
    expect(format.amount('10', 'lượt')).toBe('10\u00a0lượt');
    expect(format.count2(8)).toBe('08');
    expect(format.pointsChange('0.37')).toBe('+0,37');
    expect(format.pointsChange('-0.2')).toBe('−0,20');
    expect(format.pointsChange('0')).toBe('0,00');
    expect(plain(format.fileSize(411_700))).toBe('412 kB');
    expect(plain(format.fileSize(1_840_000))).toBe('1,8 MB');
  });
});

describe('the text of a decimal', () => {
  it.each([
    // text, as it stands, as short as it can be, spoken, points, to be typed on
    ['1234.5', '1.234,5', '1.234,5', '1.234,5', '1.234,50', '1234,5'],
    ['-3.25', '−3,25', '−3,25', '−3,25', '−3,25', '-3,25'],
    ['4.50', '4,50', '4,5', '4,5', '4,50', '4,50'],
    ['0', '0', '0', '0', '0,00', '0'],
    ['-0.00', '0,00', '0', '0', '0,00', '-0,00'],
    ['89.130435', '89,130435', '89,130435', '89,13', '89,130435', '89,130435'],
    ['-0.004', '−0,004', '−0,004', '0', '−0,004', '-0,0040'],
    ['1000000', '1.000.000', '1.000.000', '1.000.000', '1.000.000,00', '1000000'],
  ])('%s', (text, exact, number, spoken, points, typed) => {
    const { formatExact, formatNumber, formatSpoken, formatPoints, formatTyped } = numbers;
    const all = [formatExact, formatNumber, formatSpoken, formatPoints, formatTyped].map((write) => write(text));
    expect(all).toEqual([exact, number, spoken, points, typed]);
  });
  it('below zero has the minus sign, not a hyphen', () => {
    expect(numbers.formatNumber('-1').codePointAt(0)).toBe(0x2212);
  });
});

describe('days and times in Asia/Ho_Chi_Minh', () => {
  it('leaves out this year, keeps any other', () => {
    expect(format.shortDay('2027-03-15', now)).toBe('15/03');
    expect(format.shortDay('2026-12-31', now)).toBe('31/12/2026');
    expect(format.fullDay(at('2026-12-31T23:30'))).toBe('31/12/2026');
  });
  it('is still yesterday in Việt Nam until 17:00 UTC', () => {
    expect(format.fullDay(Date.UTC(2026, 11, 31, 16, 59))).toBe('31/12/2026');
    expect(format.fullDay(Date.UTC(2026, 11, 31, 17, 0))).toBe('01/01/2027');
  });
  it.each([
    ['a day', '2026-05-31', '31/05/2026'],
    ['a local minute', '2026-05-31T23:59', '31/05/2026'],
    ['an instant as text', '2026-05-31T17:00:00.000Z', '01/06/2026'],
    ['an instant', Date.parse('2026-05-31T16:59:59Z'), '31/05/2026'],
  ])('reads %s', (_, moment, day) => {
    expect(times.fullDay(moment)).toBe(day);
  });
  it.each([
    ['2026-09-28T14:05', '14:05, 28/09/2026', '14 giờ 05 phút ngày 28/09/2026'],
    ['2026-09-28T01:04:59.999Z', '08:04, 28/09/2026', '08 giờ 04 phút ngày 28/09/2026'],
    ['2026-12-31T17:00:00Z', '00:00, 01/01/2027', '00 giờ 00 phút ngày 01/01/2027'],
  ])('writes the moment %s', (moment, short, sentence) => {
    expect([times.fullMoment(moment), times.momentInSentence(moment)]).toEqual([short, sentence]);
  });
  it('puts the time before the date and the weekday within 14 days', () => {
    expect(format.deadline(at('2027-01-15T17:00'), now)).toBe('17:00, thứ Sáu, 15/01');
    expect(format.deadline(at('2027-01-23T17:00'), now)).toBe('17:00, 23/01');
    expect(format.dayOfDeadline('2027-01-12', now)).toBe('thứ Ba, 12/01');
    expect(format.dayOfDeadline('2027-01-17', now)).toBe('Chủ nhật, 17/01');
    expect(format.fullMoment(at('2026-09-28T08:14'))).toBe('08:14, 28/09/2026');
  });
  it('counts days as people do, and never breaks the count over two lines', () => {
    expect(format.timeLeft(at('2027-01-15T17:00'), now)).toBe('còn\u00a07\u00a0ngày');
    expect(plain(format.timeLeft(at('2027-01-09T00:10'), at('2027-01-08T23:50')))).toBe('còn 1 ngày');
    expect(plain(format.timeLeft(at('2027-01-08T13:00'), now))).toBe('còn 2 giờ 18 phút');
    expect(plain(format.timeLeft(at('2027-01-08T12:42'), now))).toBe('còn 2 giờ');
    expect(plain(format.timeLeft(now, now))).toBe('còn dưới 1 phút');
    expect(plain(format.timeLeft(at('2027-01-08T08:00'), now))).toBe('quá hạn hôm nay');
    expect(plain(format.timeLeft(at('2027-01-05T17:00'), now))).toBe('trễ 3 ngày');
  });
});

describe('what people wrote', () => {
  it('ends once', () => {
    expect(['Ảnh mờ', 'Ảnh mờ. ', 'Thiếu trang?', ''].map(format.ended)).toEqual([
      'Ảnh mờ.',
      'Ảnh mờ.',
      'Thiếu trang?',
      '',
    ]);
  });
});

describe('pieces of sentences', () => {
  it('lists and begins', () => {
    expect(['', 'a', 'a b', 'a b c'].map((all) => texts.listed(all.split(' ')))).toEqual([
      '',
      'a',
      'a và b',
      'a, b và c',
    ]);
    expect([texts.capital('đợt 1'), texts.uncapital('Đợt 1'), texts.capital('')]).toEqual(['Đợt 1', 'đợt 1', '']);
  });
});

describe('words that stay together', () => {
  it('a title keeps its numbers with their nouns', () => {
    expect(format.tied('Gửi báo cáo Học kỳ I: còn thiếu 3 mục')).toBe('Gửi báo cáo Học kỳ\u00a0I: còn thiếu 3 mục');
    expect(format.tied('Năm học 2026–2027, khối Tiểu học')).toBe('Năm học 2026–2027, khối Tiểu học');
    expect(format.tied('Không Im lặng')).toBe('Không Im lặng');
  });
  it('a figure in a sentence is quoted when it is a name', () => {
    expect(['Đạt chuẩn văn hóa', '45/46 = 97,83 %', '6 sáng kiến'].map(format.within)).toEqual([
      '“Đạt chuẩn văn hóa”',
      '45/46 = 97,83 %',
      '6 sáng kiến',
    ]);
  });
});
