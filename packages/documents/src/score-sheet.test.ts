import { describe, expect, test } from 'vitest';
import { scoreSheet } from './score-sheet.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { sampleScoreSheet } from '../testing/sample-receipt.ts';

describe('the score sheet of a unit', () => {
  test('opens every point down to its reason, and tells missing from not due', async () => {
    const pdf = await readPdf(scoreSheet(sampleScoreSheet()));
    expect(pdf.pages).toHaveLength(1);
    for (const words of [
      'PHIẾU ĐIỂM THI ĐUA Năm học 2026-2027 CĐCS Trường Tiểu học Trần Quốc Toản – Bến Sậy',
      'Tổng điểm 92,15 Hạng trong khối 5 trên 17 Xếp loại Tốt (vượt giới hạn)',
      'I. Chỉ tiêu 10,63 45',
      '1.3 Đoàn viên được khám sức khỏe định kỳ Đạt từ 95 % được 6 điểm. Dưới mức đó tính theo tỷ lệ: 6 × 89,13 ÷ 95 = 5,63. ' +
        'Cán bộ thẩm định chấp nhận, 14:20, 12/11/2026. 41/46 = 89,13 % 5,63 6',
      '1.6 Thăm hỏi, trợ cấp đoàn viên chưa có số liệu 0,00 5',
      '1.7 Đạt chuẩn văn hóa Báo cáo tháng 5. chưa đến kỳ – 6',
      '4.1 Báo cáo trễ hạn 3 × 0,5 3 lần −1,50 –',
      'TM. BAN THƯỜNG VỤ CHỦ TỊCH (Ký, ghi rõ họ tên)',
      'Bản XH-2027-014, lúc 09:30, 18/06/2027 Trang 1/1 Mã nội dung: c0ff ee01',
    ])
      expect(pdf.pages[0]).toContain(words);
    for (const font of pdf.fonts) expect(font).toMatchObject({ name: expect.stringMatching(/^Tinos/), embedded: true });
  });

  test('names no snapshot where there is none', async () => {
    const pdf = await readPdf(scoreSheet(sampleScoreSheet({ snapshot: null, notes: ['Tạm tính.'] })));
    expect(pdf.pages[0]).not.toContain('Mã nội dung');
    expect(pdf.pages[0]).toContain('Trang 1/1');
  });
});
