import { errorCodes } from '../error-codes.ts';
import { describe, expect, it } from 'vitest';
import { sentence } from './index.ts';

describe('P1: every code is said in Vietnamese and English', () => {
  it.each(errorCodes)('%s', (code) => {
    const vi = sentence(code);
    expect(vi).toMatch(/^\p{Lu}.*[.]$/su);
    expect(vi).not.toMatch(/Vui lòng|!|undefined|không hợp lệ\.$|\bHủy\b/i);
    expect(vi).toBe(vi.normalize('NFC'));
    expect(sentence(code, {}, 'en')).toMatch(/^[A-Z“].*\.$/s);
  });

  it('says the numbers a refusal brings', () => {
    expect(sentence('points-out-of-range', { max: '5.5' })).toBe('Điểm phải từ 0 đến 5,5.');
    expect(sentence('report-incomplete', { lines: ['2.4', '1.6'] })).toContain('ở mục 2.4, 1.6');
    expect(sentence('code-taken', { code: '2.4' })).toContain('Mã 2.4 đã dùng');
    expect(sentence('rate-limited', { until: '2027-01-08T03:42:00.000Z' })).toContain('10:42');
  });
});
