import { describe, expect, test } from 'vitest';
import { rankingTable } from './ranking-table.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { longUnitNames } from '../testing/sample-pledge.ts';
import { sampleRanking } from '../testing/sample-ranking.ts';

describe('the ranking as a paper', () => {
  test('shows each row with rank, points in Vietnamese figures, grade, and the quota line where it lies', async () => {
    const pdf = await readPdf(rankingTable(sampleRanking()));
    const text = pdf.pages.join(' ');
    for (const words of [
      'CÔNG ĐOÀN PHƯỜNG VÂN HẢI',
      'Số: ................',
      'BẢNG XẾP HẠNG THI ĐUA Năm học 2026-2027 Kết quả tạm, chưa công bố',
      'Khối Tiểu học 6 đơn vị. Giới hạn xuất sắc 3 đơn vị (20 % của 17 là 3,4, làm tròn xuống).',
      '1 CĐCS Trường Tiểu học Võ Thị Sáu 93,25 5,00 −1,00 97,25 Xuất sắc',
      '3 đồng hạng CĐCS Trường Tiểu học Kim Đồng – Đồng Muối 91,50 2,00 0,00 93,50 Chờ quyết định',
      '3 đồng hạng CĐCS Trường Tiểu học Lương Thế Vinh 91,50 2,00 0,00 93,50 Chờ quyết định Giới hạn xuất sắc: 3 đơn vị 5 CĐCS',
      '– =SUM(A1:A9) là tên đơn vị 0,00 0,00 0,00 0,00 Không xếp: mới thành lập',
      'Khối Mầm non: công lập / ngoài công lập',
      '1.234,50 0,00 −2,25 1.232,25 Tốt',
      'NGƯỜI LẬP BẢNG CÁN BỘ THI ĐUA TM. BAN THƯỜNG VỤ CHỦ TỊCH (Ký, ghi rõ họ tên)',
    ])
      expect(text).toContain(words);
    expect(pdf.size).toEqual([210, 297]);
    for (const font of pdf.fonts) expect(font).toMatchObject({ name: expect.stringMatching(/^Tinos/), embedded: true });
  });

  test('100 long names: head and snapshot on every page, rows whole, inside the margins', async () => {
    const [block] = sampleRanking().blocks;
    const units = longUnitNames(100);
    const rows = units.map((unit, i) => ({ ...block!.rows[0]!, unit, rank: String(i + 1) }));
    const pdf = await readPdf(rankingTable(sampleRanking({ blocks: [{ ...block!, rows }] })));
    pdf.pages.forEach((page, i) => {
      expect(page).toContain(`Bản XH-2027-014, lúc 09:30, 18/06/2027 Trang ${i + 1}/${pdf.pages.length}`);
      expect(page).toContain(`Mã nội dung: ${'c0ff ee01 2345 6789 '.repeat(4).trim()}`);
    });
    units.forEach((unit, i) => {
      const pages = pdf.pages.filter((page) => page.includes(`${i + 1} ${unit} 93,25`));
      expect(pages).toHaveLength(1);
      expect(pages[0]).toContain('Hạng Đơn vị Điểm chuẩn Thưởng Trừ Tổng Xếp loại');
    });
    // Which block it is stands on every page, once.
    pdf.pages.forEach((page, i) => {
      const named = page.match(/Khối Tiểu học( \(tiếp theo\))?/g);
      if (i + 1 < pdf.pages.length || named)
        expect(named).toEqual([i === 0 ? 'Khối Tiểu học' : 'Khối Tiểu học (tiếp theo)']);
    });
    expect(Math.max(...pdf.pieces.map((piece) => piece.right))).toBeLessThan((195 / 25.4) * 72 + 1);
  }, 30_000);

  test('a long grade takes two lines at most, so that a row of it is no higher than one of a short name', async () => {
    const [block] = sampleRanking().blocks;
    const row = { ...block!.rows[0]!, unit: 'CĐCS Mầm non' };
    const pdf = await readPdf(
      rankingTable(
        sampleRanking({
          blocks: [{ ...block!, rows: [{ ...row, grade: 'Không hoàn thành nhiệm vụ' }], notes: [], facts: '' }],
        }),
      ),
    );
    expect(pdf.pages[0]).toContain('97,25 Không hoàn thành nhiệm vụ');
    const pieces = pdf.pieces.filter(({ text }) => /^(Không|hoàn|thành|nhiệm|vụ| )+/.test(text.trim()));
    expect(pieces.length).toBeLessThanOrEqual(2);
  });

  test('names the recipients left of a single signature', async () => {
    const signatures = sampleRanking().signatures.slice(1);
    const recipients = ['LĐLĐ thành phố (báo cáo)', 'Các CĐCS', 'Lưu: VT'];
    const pdf = await readPdf(rankingTable(sampleRanking({ signatures, recipients })));
    expect(pdf.pages.join(' ')).toContain('Nơi nhận: - LĐLĐ thành phố (báo cáo); - Các CĐCS; - Lưu: VT.');
    const at = (words: string) => pdf.pieces.find((piece) => piece.text.includes(words))!.left;
    expect(at('Nơi nhận')).toBeLessThan(at('BAN THƯỜNG VỤ') - 100);
  });
});
