import { expect, it, test } from 'vitest';
import { placeAndDate } from '../words/times.ts';
import { signingLines, signingLinesAsked } from './signing-lines.ts';

const federation = { signsFor: 'TM. Ban Thường vụ', signsAs: 'Chủ tịch' };

test.each([
  ['unit', 'chair', 'Chủ tịch công đoàn cơ sở', ['Chủ tịch']],
  ['unit', 'chair', 'Phó Chủ tịch phụ trách', ['KT. Chủ tịch', 'Phó Chủ tịch']],
  ['unit', 'deputy', 'Phó chủ tịch công đoàn cơ sở', ['KT. Chủ tịch', 'Phó Chủ tịch']],
  ['unit', 'deputy', 'Ủy viên ban chấp hành', ['Ủy viên Ban Chấp hành']],
  ['unit', 'chair', 'Quyền Chủ tịch CĐCS', ['Q. Chủ tịch']],
  ['federation', 'officer', 'Phó Chủ tịch Công đoàn phường', ['KT. Chủ tịch', 'Phó Chủ tịch']],
  ['federation', 'officer', 'Chủ tịch Công đoàn phường', ['Chủ tịch']],
  ['federation', 'officer', 'Cán bộ phụ trách thi đua', ['Chủ tịch']],
  ['witness', 'principal', 'Hiệu trưởng Trường Tiểu học', ['Hiệu trưởng']],
  ['witness', 'principal', 'Phó Hiệu trưởng', ['KT. Hiệu trưởng', 'Phó Hiệu trưởng']],
  ['witness', 'principal', 'Thủ trưởng đơn vị', ['Thủ trưởng đơn vị']],
] as const)('%s, %s, "%s" signs as %j', (party, capacity, title, expected) => {
  expect(signingLines({ party, capacity, title, name: ' Họ  và tên ' }, federation)).toMatchObject({
    capacity: expected,
    name: 'Họ và tên',
  });
});

it('a place that is still empty carries the capacity asked for', () => {
  expect(signingLinesAsked({ party: 'unit', capacity: 'chair' }, federation)).toEqual({
    body: 'TM. Ban Chấp hành công đoàn cơ sở',
    capacity: ['Chủ tịch'],
    name: '',
  });
});

test.each([
  ['2026-12-01', 'Hồng Bàng, ngày 01 tháng 12 năm 2026'],
  ['2027-02-28', 'Hồng Bàng, ngày 28 tháng 02 năm 2027'],
  ['2027-03-09', 'Hồng Bàng, ngày 09 tháng 3 năm 2027'],
  [null, 'Hồng Bàng, ngày ….. tháng ….. năm 20…'],
])('%s is dated "%s"', (day, words) => expect(placeAndDate('Hồng Bàng', day)).toBe(words));
