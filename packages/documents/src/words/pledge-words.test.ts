import { describe, expect, it, test } from 'vitest';
import { emptyPlan } from '@giaouoc/domain/plan/empty-plan';
import { pledgeContent } from '@giaouoc/domain/pledge/pledge-content';
import type { Line } from '@giaouoc/domain/year-file/index';
import { pledgeSheetOf, type PaperSignature, type PledgeFacts } from './pledge-words.ts';

const federation = {
  code: 'vh',
  superior: 'Liên đoàn Lao động thành phố',
  name: 'Công đoàn phường Vân Hải',
  place: 'Vân Hải',
  demo: false,
  signsFor: 'TM. Ban Thường vụ',
  signsAs: 'Chủ tịch',
};
const document = emptyPlan({ code: 'p', title: 'Kế hoạch thi đua', from: '2026-09-01', to: '2027-08-31' });
const late: Line = {
  code: 'P.1',
  title: 'Báo cáo chậm',
  kind: 'task',
  max: '0',
  rule: { kind: 'deduct', faults: [{ code: 'muon', title: 'Chậm', each: '0.5' }], min: '-5' },
};
document.scoring.groups.push({ code: 'P', title: 'Điểm trừ', role: 'penalty', lines: [late] });
document.conduct.signing = { unitSigns: ['deputy'] };

const content = (signed: { version: number; countersigned: boolean }[] = []) =>
  pledgeContent({
    federation,
    unit: { code: 'TH-01', name: 'CĐCS Trường Tiểu học', block: 'th' },
    version: 1 + signed.length,
    planHash: 'sha256:00',
    document,
    targets: [],
    signed,
  });
const signature = (changes: Partial<PaperSignature>): PaperSignature => ({
  party: 'unit',
  capacity: 'deputy',
  strength: 'code',
  hash: 'sha256:aa',
  at: '2026-09-28T01:14:00.000Z',
  receiptNumber: 'KY-2026-000001',
  signingLines: null,
  title: 'Phó Chủ tịch công đoàn cơ sở',
  ...changes,
});
const countersignature = signature({
  party: 'federation',
  capacity: 'officer',
  // Still 30 November in London; in Việt Nam it is the first of December.
  at: '2026-11-30T17:30:00.000Z',
  title: 'Chủ tịch',
  signingLines: { body: 'TM. Ban Chấp hành', capacity: ['KT. Chủ tịch', 'Phó Chủ tịch'], name: 'Họ và Tên' },
});
const facts = (changes: Partial<PledgeFacts> = {}): PledgeFacts => ({
  federation,
  year: { code: '2026-2027', title: 'Năm học 2026–2027' },
  name: 'Giao ước thi đua',
  number: 0,
  content: content(),
  document,
  addendum: null,
  hash: 'sha256:aa',
  signatures: [],
  signedOnPaper: null,
  checkUrl: 'https://giaouoc.example/check/aa',
  changedAt: '2026-12-20T03:00:00.000Z',
  ...changes,
});

describe('the date of a pledge', () => {
  test.each([
    ['nobody signed: left to ink', [], null, 'Vân Hải, ngày ….. tháng ….. năm 20…'],
    ['the unit signed', [signature({})], null, 'Vân Hải, ngày 28 tháng 9 năm 2026'],
    ['both: the last of them', [countersignature, signature({})], null, 'Vân Hải, ngày 01 tháng 12 năm 2026'],
    [
      'on paper: the day on the sheet',
      [signature({ strength: 'paper' })],
      '2026-09-05',
      'Vân Hải, ngày 05 tháng 9 năm 2026',
    ],
    [
      'only another content: not signed',
      [signature({ hash: 'sha256:bb' })],
      null,
      'Vân Hải, ngày ….. tháng ….. năm 20…',
    ],
  ] as const)('%s', (_, signatures, signedOnPaper, words) =>
    expect(pledgeSheetOf(facts({ signatures, signedOnPaper })).letterhead.placeAndDate).toBe(words),
  );
});

it('names and capacities are those of signing, whatever the federation calls its signer today', () => {
  const sheet = pledgeSheetOf(
    facts({ signatures: [signature({}), countersignature], federation: { ...federation, signsFor: 'TM. Ban khác' } }),
  );
  expect(sheet.parties[0]).toMatchObject({ capacity: 'KT. Chủ tịch\nPhó Chủ tịch', name: '' });
  expect(sheet.parties[0]!.signed).toContain('Người ký: Phó Chủ tịch công đoàn cơ sở');
  expect(sheet.parties[1]).toMatchObject({
    body: 'TM. Ban Chấp hành',
    capacity: 'KT. Chủ tịch\nPhó Chủ tịch',
    name: 'Họ và Tên',
  });
  expect(sheet.receipts).toEqual(['KY-2026-000001', 'KY-2026-000001']);
});

it('a line that only takes away says how far, and its group has no total of 0', () => {
  const [penalty] = pledgeSheetOf(facts()).sections;
  expect(penalty).toMatchObject({ total: null, lines: [{ points: 'trừ tối đa 5' }] });
});

it('a pledge has a code; an addendum its number, what changed and the note', () => {
  expect(pledgeSheetOf(facts()).letterhead.reference).toBe('Mã giao ước: 2026-2027/TH-01');
  const sheet = pledgeSheetOf(
    facts({
      name: 'Phụ lục giao ước số 1',
      number: 1,
      content: content([{ version: 1, countersigned: true }]),
      addendum: { after: 1, changes: ['Tiêu chí 1.1, điểm tối đa: 5 → 4'], notes: [{ note: 'Theo góp ý' }] },
    }),
  );
  expect(sheet).toMatchObject({
    title: 'Phụ lục số 1 giao ước thi đua',
    letterhead: { reference: 'Mã giao ước: 2026-2027/TH-01/PL1' },
    changes: {
      title: 'Nội dung thay đổi so với bản 1 đã ký',
      lines: ['Tiêu chí 1.1, điểm tối đa: 5 → 4'],
      notes: ['Theo góp ý'],
    },
  });
});

it('demonstration data say so on paper', () => {
  expect(pledgeSheetOf(facts({ federation: { ...federation, demo: true } })).letterhead.mark).toContain('Dữ liệu mẫu');
});
