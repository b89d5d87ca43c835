import { describe, expect, test } from 'vitest';
import { signingBoard, type SigningBoard } from './signing-board.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { longUnitNames } from '../testing/sample-pledge.ts';
import { sampleRanking } from '../testing/sample-ranking.ts';

function board(units: string[]): SigningBoard {
  return {
    letterhead: sampleRanking().letterhead,
    title: 'Bảng theo dõi ký giao ước',
    subtitles: ['Năm học 2023-2024', 'Tính đến 09:30, 28/09/2023'],
    blocks: ['Khối Tiểu học', 'Khối Mầm non'].map((title) => ({
      title,
      summary: 'Đã ký 12/17',
      rows: units.map((unit, i) =>
        i % 2 === 0
          ? {
              unit,
              signed: true,
              state: 'Đã ký',
              at: '08:14, 28/09/2023',
              method: 'Ký trên giấy, cán bộ xác nhận',
              federation: 'Đã ký 03/10/2023',
            }
          : { unit, signed: false, state: 'Chưa ký', at: '', method: '', federation: '' },
      ),
    })),
    foot: 'In lúc 09:30, 28/09/2023',
    madeAt: '2023-09-28T02:30:00Z',
  };
}

describe('the board of signatures', () => {
  test('says per block who has signed, when and how', async () => {
    const pdf = await readPdf(signingBoard(board(['CĐCS Ẳ', 'CĐCS Ộ'])));
    expect(pdf.size).toEqual([297, 210]);
    for (const title of ['Khối Tiểu học', 'Khối Mầm non']) {
      expect(pdf.pages.join(' ')).toContain(
        `${title} Đã ký 12/17 STT Đơn vị Trạng thái Ký lúc Cách ký Công đoàn cấp trên ` +
          '1 CĐCS Ẳ Đã ký 08:14, 28/09/2023 Ký trên giấy, cán bộ xác nhận Đã ký 03/10/2023 2 CĐCS Ộ Chưa ký',
      );
    }
    expect(pdf.pages[0]).toContain('In lúc 09:30, 28/09/2023 Trang 1/1');
  });

  test('100 long names in two blocks: head on every page, rows whole, inside the margins', async () => {
    const units = longUnitNames(100);
    const pdf = await readPdf(signingBoard(board(units)));
    const text = pdf.pages.join(' ');
    units.forEach((unit, i) => expect(text.split(`${i + 1} ${unit} `).length - 1).toBe(2));
    for (const page of pdf.pages) expect(page).toContain('STT Đơn vị Trạng thái');
    expect(Math.max(...pdf.pieces.map((piece) => piece.right))).toBeLessThan((277 / 25.4) * 72 + 1);
    expect(Math.min(...pdf.pieces.map((piece) => piece.bottom))).toBeGreaterThan(20);
  }, 30_000);
});
