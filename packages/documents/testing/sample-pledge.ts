import type { PledgeSheet } from '../src/pledge-sheet.ts';

/** A pledge with 08 targets and 10 tasks; its texts hold the letters and signs that go wrong first. */
export function samplePledge(changes: Partial<PledgeSheet> = {}): PledgeSheet {
  return {
    letterhead: {
      superior: 'Liên đoàn Lao động thành phố Hải Phòng',
      issuer: 'Liên đoàn Lao động quận Hồng Bàng',
      number: null,
      placeAndDate: 'Hồng Bàng, ngày 28 tháng 9 năm 2023',
    },
    title: 'Giao ước thi đua',
    subtitles: ['Năm học 2023-2024', 'Công đoàn cơ sở Trường Mầm non Ẳ Ộ ữ – Vườn Ươm Ngọc Ẵ'],
    unit: 'Công đoàn cơ sở Trường Mầm non Ẳ Ộ ữ – Vườn Ươm Ngọc Ẵ',
    preamble: ['Thực hiện kế hoạch thi đua năm học 2023-2024, hai bên ký giao ước với các nội dung sau:'],
    sections: [
      {
        title: 'I. 08 chỉ tiêu',
        total: '40',
        lines: Array.from({ length: 8 }, (_, i) => ({
          code: `1.${i + 1}`,
          content: `Đoàn viên được khám sức khỏe định kỳ, đợt ${i + 1}`,
          target: `≥ ${90 + i} %`,
          points: '5',
        })),
      },
      {
        title: 'II. 10 nhiệm vụ trọng tâm',
        total: '50',
        lines: Array.from({ length: 10 }, (_, i) => ({
          code: `2.${i + 1}`,
          content: `- Phong trào *“Giỏi việc trường, đảm việc nhà”* #${i + 1} $x$ [a] <b> @c`,
          target: null,
          points: '5',
        })),
      },
    ],
    conditions: [
      {
        title: 'Xếp loại',
        items: ['Hoàn thành xuất sắc nhiệm vụ: từ 90 điểm.', 'Không hoàn thành: các đơn vị còn lại.'],
      },
      {
        title: 'Điều kiện xếp loại',
        items: ['Nợ kinh phí. Nếu tiêu chí 1.1 “Thu *kinh* phí” được dưới 4 điểm thì không được xếp loại.'],
      },
    ],
    closing: ['Hai bên cam kết thực hiện đầy đủ các nội dung của giao ước.'],
    parties: [
      {
        body: 'Đại diện công đoàn cơ sở',
        capacity: 'Chủ tịch',
        name: '',
        signed: ['Ký lúc 08:14, 28/09/2023', 'Ký bằng mã xác nhận', 'Biên nhận GU-2023-0417'],
      },
      { body: 'TM. Ban Thường vụ', capacity: 'Chủ tịch', name: '', signed: null },
    ],
    contentHash: '7b1f40c29ae5d836'.repeat(4),
    receipts: ['GU-2023-0417'],
    checkUrl: 'https://giaouoc.example/kiem-tra/7b1f40c29ae5d836',
    madeAt: '2023-09-28T01:14:00Z',
    ...changes,
  };
}

/** Names of units as long and as accented as they come, all different. */
export function longUnitNames(count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) =>
      `Công đoàn cơ sở Trường Phổ thông Dân tộc nội trú Tiểu học và Trung học cơ sở Nguyễn Thị Ngọc Ưu – Phân hiệu Đảo Ẳ Ộ ữ số ${i + 1}`,
  );
}
