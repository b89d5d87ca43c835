import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { createDocuments } from './documents.ts';
import type { DocumentKind, DocumentKinds } from './kinds.ts';
import { pledgeSheet } from './pledge-sheet.ts';
import { hostileArchive, sheetXml, workbookParts } from '../testing/hostile-archive.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { sampleDetails } from '../testing/sample-details.ts';
import { longUnitNames, samplePledge } from '../testing/sample-pledge.ts';
import { sampleRanking } from '../testing/sample-ranking.ts';
import { sampleSoFar } from '../testing/sample-so-far.ts';
import { sampleReceipt, sampleScoreSheet } from '../testing/sample-receipt.ts';

const documents = createDocuments();
afterAll(() => documents.close());

const madeAt = '2023-09-28T01:14:00Z';
const samples: DocumentKinds = {
  'pledge-sheet': samplePledge(),
  'pledge-book': { title: 'Giao ước', sheets: [samplePledge(), samplePledge()], madeAt },
  'signing-board': {
    letterhead: sampleRanking().letterhead,
    title: 'Bảng ký',
    subtitles: [],
    blocks: [],
    foot: '',
    madeAt,
  },
  'invitation-cards': { federation: '', title: 'Thư mời', cards: [], steps: ['', '', ''], help: '', foot: '', madeAt },
  'ranking-table': sampleRanking(),
  'ranking-sheet': sampleDetails(),
  'so-far-table': sampleSoFar(),
  'so-far-sheet': sampleSoFar(),
  receipt: sampleReceipt(),
  'score-sheet': sampleScoreSheet(),
  'units-template': { federation: '', year: '', kinds: [], blocks: [], clusters: [], madeAt },
};
const workbooks: DocumentKind[] = ['ranking-sheet', 'so-far-sheet', 'units-template'];

/** The same data with one entry in each list of things, none in each list of words, and empty words. */
function emptied<T>(value: T, key = ''): T {
  if (Array.isArray(value)) {
    const things = value.filter((entry) => typeof entry !== 'string');
    return things.slice(0, 1).map((entry: unknown) => emptied(entry)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, emptied(entry as unknown, name)]),
    ) as T;
  }
  const needed = [
    'madeAt',
    'checkUrl',
    'base',
    'bonus',
    'penalty',
    'total',
    'points',
    'max',
    'reported',
    'verified',
    'possible',
    'notYetDue',
    'penalty',
  ];
  return (typeof value === 'string' && !needed.includes(key) ? '' : value) as T;
}

describe('documents from threads', () => {
  test.each(Object.keys(samples) as DocumentKind[])('%s', async (kind) => {
    const bytes = await documents.render(kind, samples[kind]);
    expect(bytes).toBeInstanceOf(Uint8Array);
    if (workbooks.includes(kind)) expect((await readXlsx(bytes)).sheets.length).toBeGreaterThan(1);
    else expect((await readPdf(bytes)).title).not.toBe('');
  });

  test('are the same as without threads, and come back in order', async () => {
    const sheets = longUnitNames(6).map((unit) => samplePledge({ unit }));
    const all = await documents.renderAll('pledge-sheet', sheets);
    all.forEach((bytes, i) => expect(Buffer.from(bytes).equals(pledgeSheet(sheets[i]!))).toBe(true));
  });

  test('a book of pledges: each with its own pages, hash and check code', async () => {
    const sheets = longUnitNames(5).map((unit, i) =>
      samplePledge({ subtitles: [unit], contentHash: `${i}`.repeat(64) }),
    );
    const pdf = await readPdf(await documents.render('pledge-book', { title: 'Sổ giao ước', sheets, madeAt }));
    expect(pdf.title).toBe('Sổ giao ước');
    expect(pdf.pages).toHaveLength(10);
    pdf.pages.forEach((page, i) => {
      const own = Math.floor(i / 2);
      expect(page).toContain(`Trang ${(i % 2) + 1}/2`);
      expect(page).toContain(`Mã nội dung (SHA-256): ${`${`${own}`.repeat(4)} `.repeat(16)}`);
      if (i % 2 === 0) expect(page).toContain(sheets[own]!.subtitles[0]);
      else expect(page.startsWith('2 ')).toBe(true);
    });
  });

  test.each(['pledge-sheet', 'ranking-table', 'ranking-sheet', 'receipt', 'score-sheet'] as const)(
    'empty lists and empty words set no trap: %s',
    async (kind) => {
      const bytes = await documents.render(kind, emptied(samples[kind]));
      expect(bytes.length).toBeGreaterThan(1000);
    },
  );

  test('data that do not fit fail with a reason, and the next document is made', async () => {
    const wrong = { ...samplePledge(), sections: 'none' } as unknown as DocumentKinds['pledge-sheet'];
    await expect(documents.render('pledge-sheet', wrong)).rejects.toMatchObject({ reason: 'failed' });
    expect((await documents.render('receipt', sampleReceipt())).length).toBeGreaterThan(1000);
  });
});

describe('uploads in a process of their own', () => {
  test('a list of units', async () => {
    const rows = [
      ['Mã đơn vị', 'Tên đơn vị', 'Khối'],
      ['TH-01', 'Tên', 'Khối Tiểu học'],
    ];
    expect(await documents.readUnits(await writeXlsx({ sheets: [{ name: 'S', rows }] }))).toMatchObject({
      ok: true,
      sheets: [{ rows: [{ row: 2, values: { code: 'TH-01', name: 'Tên', block: 'Khối Tiểu học' } }] }],
    });
  });

  test('what needs too much memory or time gets a code, and the next upload is read', async () => {
    // Under every limit of the archive, but 20 MB of different words.
    let rows = '';
    let word = 1;
    for (let r = 1; r <= 3000; r++) {
      const words = Array.from({ length: 1000 }, () => (word = (word * 48271) % 2147483647).toString(36)).join(' ');
      rows += `<row r="${r}"><c t="inlineStr"><is><t>${words}</t></is></c></row>`;
    }
    const heavy = hostileArchive(workbookParts(sheetXml(rows)));
    const tight = createDocuments({ readMemoryMb: 32 });
    const hasty = createDocuments({ readTimeoutMs: 100 });
    try {
      expect(await tight.readUnits(heavy)).toEqual({ ok: false, code: 'workbook-too-heavy' });
      expect(await tight.readUnits(new Uint8Array())).toEqual({ ok: false, code: 'workbook-empty' });
      expect(await hasty.readUnits(heavy)).toEqual({ ok: false, code: 'workbook-too-slow' });
    } finally {
      await Promise.all([tight.close(), hasty.close()]);
    }
  });
});
