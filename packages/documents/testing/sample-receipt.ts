import type { Receipt } from '../src/receipt.ts';
import type { ScoreSheet } from '../src/score-sheet.ts';
import { sampleRanking } from './sample-ranking.ts';

/** The receipt of a report with two lines. */
export function sampleReceipt(changes: Partial<Receipt> = {}): Receipt {
  return {
    letterhead: { ...sampleRanking().letterhead, number: null },
    title: 'Biên nhận báo cáo',
    number: 'BC-2026-0417',
    subtitles: ['Báo cáo học kỳ I, năm học 2026-2027'],
    facts: [
      { label: 'Đơn vị', value: 'CĐCS Trường Tiểu học Trần Quốc Toản – Bến Sậy' },
      { label: 'Người gửi', value: 'Chủ tịch công đoàn cơ sở' },
      { label: 'Thời gian', value: '08:14, 12/01/2027' },
      { label: 'Kế hoạch', value: 'bản 1' },
    ],
    contents: [
      {
        title: 'Số liệu đã gửi',
        rows: [
          { code: '1.3', content: 'Đoàn viên được khám sức khỏe định kỳ', value: '41/46 = 89,13 %\n2 minh chứng' },
          { code: '2.4', content: 'Tết Sum vầy, Tháng Công nhân', value: 'có' },
        ],
      },
    ],
    contentHash: '0123456789abcdef'.repeat(4),
    serverSignature: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==',
    checkUrl: 'https://giaouoc.example/kiem-tra/0123456789abcdef0123456789abcdef0123456789abcdef',
    notes: ['Đơn vị rút lại được báo cáo cho đến khi bắt đầu thẩm định.'],
    madeAt: '2027-01-12T01:14:00Z',
    ...changes,
  };
}

/** The score sheet of a unit with a missing, a not due and a negative line. */
export function sampleScoreSheet(changes: Partial<ScoreSheet> = {}): ScoreSheet {
  return {
    letterhead: { ...sampleRanking().letterhead, number: null },
    title: 'Phiếu điểm thi đua',
    subtitles: ['Năm học 2026-2027', 'CĐCS Trường Tiểu học Trần Quốc Toản – Bến Sậy'],
    summary: [
      { label: 'Điểm chuẩn', value: '90,15' },
      { label: 'Điểm thưởng', value: '2,00' },
      { label: 'Tổng điểm', value: '92,15' },
      { label: 'Hạng trong khối', value: '5 trên 17' },
      { label: 'Xếp loại', value: 'Tốt (vượt giới hạn)' },
    ],
    groups: [
      {
        title: 'I. Chỉ tiêu',
        points: '10.63',
        max: '45',
        lines: [
          {
            code: '1.3',
            title: 'Đoàn viên được khám sức khỏe định kỳ',
            figure: '41/46 = 89,13 %',
            points: '5.63',
            max: '6',
            why: [
              'Đạt từ 95 % được 6 điểm. Dưới mức đó tính theo tỷ lệ: 6 × 89,13 ÷ 95 = 5,63.',
              'Cán bộ thẩm định chấp nhận, 14:20, 12/11/2026.',
            ],
          },
          {
            code: '1.6',
            title: 'Thăm hỏi, trợ cấp đoàn viên',
            figure: 'chưa có số liệu',
            points: '0',
            max: '5',
            why: [],
          },
          {
            code: '1.7',
            title: 'Đạt chuẩn văn hóa',
            figure: 'chưa đến kỳ',
            points: null,
            max: '6',
            why: ['Báo cáo tháng 5.'],
          },
        ],
      },
      {
        title: 'II. Điểm trừ',
        points: '-1.5',
        max: '0',
        lines: [{ code: '4.1', title: 'Báo cáo trễ hạn', figure: '3 lần', points: '-1.5', max: '0', why: ['3 × 0,5'] }],
      },
    ],
    notes: ['Điểm chưa kể mục chưa đến kỳ.'],
    signatures: [{ body: 'TM. Ban Thường vụ', capacity: 'Chủ tịch', name: '', signed: null }],
    snapshot: sampleRanking().snapshot,
    madeAt: '2027-06-18T02:30:00Z',
    ...changes,
  };
}
