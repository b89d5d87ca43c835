import type { Ranking, RankingRow } from '../src/ranking.ts';

/** A ranking of two blocks with a tie, a quota line, a bonus, a penalty and a unit that is not ranked. */
export function sampleRanking(changes: Partial<Ranking> = {}): Ranking {
  const row = (
    rank: string,
    unit: string,
    base: string,
    bonus: string,
    penalty: string,
    total: string,
    grade: string,
  ) => ({
    ...{ rank, unit, base, bonus, penalty, total, grade },
    lineBelow: null as string | null,
  });
  const primary: RankingRow[] = [
    row('1', 'CĐCS Trường Tiểu học Võ Thị Sáu', '93.25', '5', '-1', '97.25', 'Xuất sắc'),
    row('2', 'CĐCS Trường Tiểu học Lý Tự Trọng', '92.8', '3', '0', '95.8', 'Xuất sắc'),
    row('3=', 'CĐCS Trường Tiểu học Kim Đồng – Đồng Muối', '91.5', '2', '0', '93.5', 'Chờ quyết định'),
    row('3=', 'CĐCS Trường Tiểu học Lương Thế Vinh', '91.5', '2', '0', '93.5', 'Chờ quyết định'),
    row('5', 'CĐCS Trường Tiểu học Nguyễn Thị Ngọc Ưu – Ẳ Ộ ữ', '90.15', '2.00', '0', '92.15', 'Tốt (vượt giới hạn)'),
    row('–', '=SUM(A1:A9) là tên đơn vị', '0', '0', '0', '0', 'Không xếp: mới thành lập'),
  ];
  primary[3]!.lineBelow = 'Giới hạn xuất sắc: 3 đơn vị';
  return {
    letterhead: {
      superior: 'Liên đoàn Lao động thành phố Hải Phòng',
      issuer: 'Công đoàn phường Vân Hải',
      number: '',
      placeAndDate: 'Vân Hải, ngày 18 tháng 6 năm 2027',
    },
    title: 'Bảng xếp hạng thi đua',
    subtitles: ['Năm học 2026-2027', 'Kết quả tạm, chưa công bố'],
    snapshot: { number: 'XH-2027-014', takenAt: '09:30, 18/06/2027', digest: 'c0ffee0123456789'.repeat(4) },
    preamble: ['Xếp theo tổng điểm, điểm chỉ tiêu, điểm thưởng; bằng nhau cả thì đồng hạng.'],
    blocks: [
      {
        title: 'Khối Tiểu học',
        facts: '6 đơn vị. Giới hạn xuất sắc 3 đơn vị (20 % của 17 là 3,4, làm tròn xuống).',
        rows: primary,
        notes: ['Hai đơn vị hạng 3 bằng nhau mọi tiêu chí so; hội đồng quyết định.'],
      },
      {
        title: 'Khối Mầm non: công lập / ngoài công lập',
        facts: '',
        rows: [row('1', 'CĐCS Trường Mầm non Hữu Nghị', '1234.5', '0', '-2.25', '1232.25', 'Tốt')],
        notes: [],
      },
    ],
    closing: ['Bảng này có hai khối.'],
    signatures: [
      { body: 'Người lập bảng', capacity: 'Cán bộ thi đua', name: '', signed: null },
      { body: 'TM. Ban Thường vụ', capacity: 'Chủ tịch', name: '', signed: null },
    ],
    madeAt: '2027-06-18T02:30:00Z',
    ...changes,
  };
}
