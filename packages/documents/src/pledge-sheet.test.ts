import { describe, expect, test } from 'vitest';
import { pledgeSheet } from './pledge-sheet.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { longUnitNames, samplePledge } from '../testing/sample-pledge.ts';

describe('the pledge of one unit', () => {
  test('says everything it was given, word by word, with the official head', async () => {
    const sheet = samplePledge();
    const pdf = await readPdf(pledgeSheet(sheet));
    const text = pdf.pages.join(' ');
    for (const words of [
      'LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HẢI PHÒNG',
      'LIÊN ĐOÀN LAO ĐỘNG QUẬN HỒNG BÀNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      sheet.letterhead.placeAndDate,
      'GIAO ƯỚC THI ĐUA',
      ...sheet.subtitles,
      ...sheet.preamble,
      ...sheet.sections.flatMap((s) => [s.title, ...s.lines.flatMap((l) => [l.content, `${l.code} ${l.content}`])]),
      ...sheet.sections[0]!.lines.map((l) => `${l.content} ${l.target} ${l.points}`),
      'Cộng 40',
      'Cộng 50',
      ...sheet.conditions.flatMap(({ title, items }) => [title, ...items]),
      ...sheet.closing,
      'ĐẠI DIỆN CÔNG ĐOÀN CƠ SỞ CHỦ TỊCH TM. BAN THƯỜNG VỤ CHỦ TỊCH',
      'Ký lúc 08:14, 28/09/2023 Ký bằng mã xác nhận Biên nhận GU-2023-0417 (Ký, ghi rõ họ tên) .....',
    ])
      expect(text).toContain(words);
  });

  test('carries its code, the two lines of a deputy and the name as at signing; an addendum what changed', async () => {
    const { letterhead, parties } = samplePledge();
    const pdf = await readPdf(
      pledgeSheet(
        samplePledge({
          letterhead: { ...letterhead, reference: 'Mã giao ước: 2023-2024/MN-01/PL1', mark: 'Dữ liệu mẫu' },
          parties: [{ ...parties[0]!, capacity: 'KT. Chủ tịch\nPhó Chủ tịch', name: 'Họ và Tên' }, parties[1]!],
          changes: { title: 'Nội dung thay đổi', lines: ['Tiêu chí 1.1: 5 → 4'], notes: ['Theo góp ý'] },
        }),
      ),
    );
    const text = pdf.pages.join(' ');
    for (const words of [
      'Dữ liệu mẫu',
      'Mã giao ước: 2023-2024/MN-01/PL1',
      'KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
      'Biên nhận GU-2023-0417 Họ và Tên',
      'Nội dung thay đổi - Tiêu chí 1.1: 5 → 4 Ghi chú của bên giao: Theo góp ý',
    ])
      expect(text).toContain(words);
  });

  test('words of unions stay in one piece, and signatures never stand alone on a page, however long the pledge is', async () => {
    const section = samplePledge().sections[1]!;
    for (let rows = 1; rows <= 60; rows += 1) {
      const lines = Array.from({ length: rows }, (_, i) => ({ ...section.lines[0]!, code: `2.${i + 1}` }));
      const body = 'TM. Ban Chấp hành công đoàn cơ sở';
      const parties = samplePledge().parties.map((party) => ({ ...party, body }));
      const pdf = await readPdf(
        pledgeSheet(
          samplePledge({
            sections: [{ title: 'I', total: String(rows), lines }],
            parties: [...parties, parties[1]!],
            conditions: [],
          }),
        ),
      );
      const last = pdf.pages.at(-1)!;
      expect(last, `${rows} rows`).toContain('Ký, ghi rõ họ tên');
      expect(last, `${rows} rows`).toContain(`2.${rows} `);
      if (rows > 3) expect(last, `${rows} rows`).toContain(`2.${rows - 1} `);
      expect(last, `${rows} rows`).toContain('Mã Nội dung Điểm');
      // Each line of a page is a piece of its own: none begins within "CÔNG ĐOÀN CƠ SỞ".
      expect(pdf.pieces.filter(({ text }) => /^(CƠ SỞ|ĐOÀN|SỞ)/.test(text.trim()))).toEqual([]);
    }
  }, 60_000);

  test('with conditions, the last of them goes with the signatures', async () => {
    const [section, { conditions }] = [samplePledge().sections[1]!, samplePledge()];
    for (let rows = 1; rows <= 40; rows += 3) {
      const lines = Array.from({ length: rows }, (_, i) => ({ ...section.lines[0]!, code: `2.${i + 1}` }));
      const pdf = await readPdf(pledgeSheet(samplePledge({ sections: [{ ...section, lines }] })));
      const last = pdf.pages.at(-1)!;
      expect(last, `${rows} rows`).toContain('Ký, ghi rõ họ tên');
      expect(last, `${rows} rows`).toContain(conditions.at(-1)!.items[0]);
    }
  }, 60_000);

  test('is A4, set in embedded Tinos alone, titled, with the check code in the foot of each page', async () => {
    const sheet = samplePledge();
    const pdf = await readPdf(pledgeSheet(sheet));
    expect(pdf.size).toEqual([210, 297]);
    expect(pdf.fonts.length).toBeGreaterThan(1);
    for (const font of pdf.fonts) expect(font).toMatchObject({ name: expect.stringMatching(/^Tinos/), embedded: true });
    expect(pdf.title).toBe(`Giao ước thi đua, ${sheet.unit}`);
    expect(pdf.pages).toHaveLength(2);
    pdf.pages.forEach((page, i) => {
      expect(page).toContain(`Mã nội dung (SHA-256): ${'7b1f 40c2 9ae5 d836 '.repeat(4)}Biên nhận: GU-2023-0417`);
      expect(page).toContain(`Kiểm tra: ${sheet.checkUrl}`);
      expect(page).toContain(`Trang ${i + 1}/2`);
    });
  });

  test('equal data give equal bytes, another target other bytes', () => {
    const again = pledgeSheet(samplePledge());
    expect(Buffer.from(pledgeSheet(samplePledge())).equals(again)).toBe(true);
    expect(Buffer.from(pledgeSheet(samplePledge({ closing: ['Khác'] }))).equals(again)).toBe(false);
  });

  test('long names wrap inside the margins, in the head, the title and the issuing body', async () => {
    for (const unit of longUnitNames(12)) {
      const pdf = await readPdf(
        pledgeSheet(
          samplePledge({ unit, subtitles: [unit], letterhead: { ...samplePledge().letterhead, issuer: unit } }),
        ),
      );
      expect(pdf.pages[0]).toContain(unit);
      expect(pdf.pages[0]).toContain(unit.toUpperCase());
      expect(Math.max(...pdf.pieces.map((piece) => piece.right))).toBeLessThan(((210 - 15) / 25.4) * 72 + 1);
      expect(Math.min(...pdf.pieces.map((piece) => piece.left))).toBeGreaterThan((30 / 25.4) * 72 - 1);
    }
  }, 30_000);

  test('repeats the head of a long table, keeps rows whole and numbers the pages from the second on', async () => {
    const lines = Array.from({ length: 90 }, (_, i) => ({
      code: `1.${i + 1}`,
      content: `Bắt đầu ${i + 1} ${'nội dung rất dài '.repeat(12)} hết ${i + 1}.`,
      target: 'Trước 31/10',
      points: '1',
    }));
    const pdf = await readPdf(
      pledgeSheet(samplePledge({ sections: [{ title: 'I. 90 chỉ tiêu', total: null, lines }] })),
    );
    expect(pdf.pages.length).toBeGreaterThan(4);
    const rows = pdf.pages.flatMap((page) => [...page.matchAll(/Bắt đầu (\d+) .*? hết (\d+)\./g)]);
    expect(rows.map((row) => row[1])).toEqual(lines.map((_, i) => String(i + 1)));
    for (const row of rows) expect(row[1]).toBe(row[2]);
    pdf.pages.slice(0, -1).forEach((page) => expect(page).toContain('Mã Nội dung Chỉ tiêu của đơn vị Điểm'));
    pdf.pages.slice(1).forEach((page, i) => expect(page.startsWith(`${i + 2} `)).toBe(true));
    expect(pdf.pages[0]!.startsWith('LIÊN ĐOÀN')).toBe(true);
  }, 30_000);

  test('prints decomposed letters composed, and survives what the font cannot draw', async () => {
    const pdf = await readPdf(
      pledgeSheet(
        samplePledge({ closing: ['Nguyễn Ngọc Ưu'.normalize('NFD') + ' 😀\u0007\ud800 中', 'x'.repeat(300)] }),
      ),
    );
    const text = pdf.pages.join(' ');
    expect(text).toContain('Nguyễn Ngọc Ưu □□ □');
    expect(Math.max(...pdf.pieces.map((piece) => piece.right))).toBeLessThan(((210 - 15) / 25.4) * 72 + 1);
  });
});
