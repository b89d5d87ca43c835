import { describe, expect, it } from 'vitest';
import { shortName } from './short-name.ts';

describe('a short name', () => {
  it.each([
    ['CĐCS Trường Tiểu học Hoàng Hoa Thám', 'Tiểu học Hoàng Hoa Thám'],
    ['Công đoàn cơ sở Trường Trung học cơ sở Hồng Sơn', 'THCS Hồng Sơn'],
    [
      'CĐCS Trường Tiểu học và Trung học cơ sở Đinh Tiên Hoàng – Phân hiệu Đảo',
      'TH&THCS Đinh Tiên Hoàng – Phân hiệu Đảo',
    ],
    ['CĐCS Trường Trung học cơ sở và Trung học phổ thông Hai Bà Trưng', 'THCS&THPT Hai Bà Trưng'],
    ['CĐCS Trường Trung học phổ thông chuyên Trần Phú', 'THPT chuyên Trần Phú'],
    ['Nghiệp đoàn Giáo viên mầm non', 'Nghiệp đoàn Giáo viên mầm non'],
    ['CĐCS', 'CĐCS'],
  ])('%s', (name, short) => expect(shortName(name)).toBe(short));
});
