import { describe, expect, test } from 'vitest';
import { invitationCards, type InvitationCards } from './invitation-cards.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { longUnitNames } from '../testing/sample-pledge.ts';

function sample(units: string[]): InvitationCards {
  return {
    federation: 'Liên đoàn Lao động quận Hồng Bàng',
    title: 'Thư mời vào Giao Ước, năm học 2023-2024',
    cards: units.map((unit, i) => ({
      unit,
      role: 'Chủ tịch công đoàn cơ sở',
      url: `https://giaouoc.example/v/${'K7QD2MXF'.repeat(4)}${i}`,
      shortUrl: `giaouoc.example/v/K7QD-2MXF-${i}`,
      validUntil: '17:00, 30/09/2023',
    })),
    steps: ['Đưa máy ảnh vào mã.', 'Đặt mật khẩu và mã 6 số.', 'Xem chỉ tiêu và ký giao ước.'],
    help: 'Cần giúp: gọi Văn phòng công đoàn.',
    foot: 'In lúc 08:00, 20/09/2023',
    madeAt: '2023-09-20T01:00:00Z',
  };
}

describe('invitation cards', () => {
  test('one card says who, how, until when and the three steps', async () => {
    const pdf = await readPdf(invitationCards(sample(['CĐCS Trường Tiểu học Võ Thị Sáu'])));
    expect(pdf.size).toEqual([210, 297]);
    expect(pdf.pages).toHaveLength(1);
    for (const words of [
      'Liên đoàn Lao động quận Hồng Bàng CĐCS Trường Tiểu học Võ Thị Sáu Chủ tịch công đoàn cơ sở',
      'Quét mã để vào hoặc gõ địa chỉ giaouoc.example/v/ K7QD-2MXF-0 Dùng một lần, đến 17:00, 30/09/2023',
      '1. Đưa máy ảnh vào mã. 2. Đặt mật khẩu và mã 6 số. 3. Xem chỉ tiêu và ký giao ước. Cần giúp: gọi Văn phòng công đoàn.',
      'In lúc 08:00, 20/09/2023 · Trang 1/1',
    ])
      expect(pdf.pages[0]).toContain(words);
    for (const font of pdf.fonts) expect(font).toMatchObject({ name: expect.stringMatching(/^Tinos/), embedded: true });
  });

  test('a long address breaks inside its card, and is copied with nothing invisible in it', async () => {
    const [card] = sample(['CĐCS Trường Tiểu học Võ Thị Sáu']).cards;
    const shortUrl = `giaouoc.congdoan.example.vn/invitation/${'aB3dE5gH7jK9'.repeat(4)}`;
    const cards = Array.from({ length: 6 }, () => ({ ...card!, shortUrl }));
    const pdf = await readPdf(invitationCards({ ...sample([]), cards }));
    expect(pdf.pages).toHaveLength(1);
    const copied = pdf.pieces.map(({ text }) => text).join('');
    expect(copied.split(shortUrl)).toHaveLength(7);
    const edges = [105, 200].map((edge) => (edge / 25.4) * 72);
    for (const { left, right, text } of pdf.pieces) {
      if (!text.includes('In lúc')) expect(right).toBeLessThan(left < edges[0]! ? edges[0]! : edges[1]!);
    }
  });

  test('100 long names: six to a page, each whole on its own card, inside the cut lines', async () => {
    const units = longUnitNames(100);
    const pdf = await readPdf(invitationCards(sample(units)));
    expect(pdf.pages).toHaveLength(17);
    units.forEach((unit, i) => expect(pdf.pages[Math.floor(i / 6)]).toContain(unit));
    // The cards end 10 mm from the left and right edge; the last line of the lowest card stays above its edge.
    const millimetre = 72 / 25.4;
    for (const piece of pdf.pieces) {
      expect(piece.left).toBeGreaterThan(10 * millimetre);
      expect(piece.right).toBeLessThan(200 * millimetre);
      if (!piece.text.includes('In lúc')) expect(piece.bottom).toBeGreaterThan(11 * millimetre);
    }
  }, 30_000);
});
