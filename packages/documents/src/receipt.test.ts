import { describe, expect, test } from 'vitest';
import { receipt } from './receipt.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { sampleReceipt } from '../testing/sample-receipt.ts';

describe('a receipt', () => {
  test('says number, facts, what was sent, hash, signature and where to check', async () => {
    const data = sampleReceipt();
    const pdf = await readPdf(receipt(data));
    expect(pdf.pages).toHaveLength(1);
    for (const words of [
      'BIÊN NHẬN BÁO CÁO Số: BC-2026-0417 Báo cáo học kỳ I, năm học 2026-2027',
      'Đơn vị: CĐCS Trường Tiểu học Trần Quốc Toản – Bến Sậy Người gửi: Chủ tịch công đoàn cơ sở',
      'Thời gian: 08:14, 12/01/2027',
      '1.3 Đoàn viên được khám sức khỏe định kỳ 41/46 = 89,13 % 2 minh chứng 2.4 Tết Sum vầy, Tháng Công nhân có',
      `Mã nội dung (SHA-256) ${'0123 4567 89ab cdef '.repeat(4).trim()}`,
      ...data.notes,
      'Biên nhận BC-2026-0417 Trang 1/1',
    ])
      expect(pdf.pages[0]).toContain(words);
    // Copied from the paper, signature and address are whole: nothing but spaces stands between their letters.
    const copied = pdf.pages[0]!.replaceAll(' ', '');
    expect(copied).toContain(`(Ed25519)${data.serverSignature}Kiểmtra${data.checkUrl}`);
    expect(pdf.title).toBe('Biên nhận báo cáo BC-2026-0417');
    for (const font of pdf.fonts) expect(font).toMatchObject({ name: expect.stringMatching(/^Tinos/), embedded: true });
  });

  test('of a hundred lines repeats the head and numbers the pages', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({
      code: `1.${i}`,
      content: `Mục ${i} `.repeat(9),
      value: 'có',
    }));
    const pdf = await readPdf(receipt(sampleReceipt({ contents: [{ title: 'Số liệu đã gửi', rows }] })));
    expect(pdf.pages.length).toBeGreaterThan(2);
    pdf.pages.forEach((page, i) => expect(page).toContain(`Trang ${i + 1}/${pdf.pages.length}`));
    pdf.pages.slice(0, -1).forEach((page) => expect(page).toContain('Mã Nội dung Đã gửi'));
  });
});
