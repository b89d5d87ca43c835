import { demoPlan } from './demo-plan.ts';
import type { PlanDocument } from '@giaouoc/domain/plan/index';

/** How well a unit of the demonstration does; decides which figures it is given. */
export type Strength = 'top' | 'good' | 'fair' | 'weak';

export type DemoUnit = {
  code: string;
  name: string;
  block: string;
  kind: string;
  members: number;
  strength: Strength;
  foundedOn?: string;
};

export type DemoFederation = {
  federation: {
    kind: string;
    name: string;
    superior: string;
    symbol: string;
    place: string;
    signsFor: string;
    signsAs: string;
  };
  /** Prefix of the sign-in names. */
  prefix: string;
  year: { code: string; title: string; from: string; to: string };
  blocks: { code: string; name: string }[];
  units: DemoUnit[];
  plan: PlanDocument;
  /** The signing conference, local minute. */
  conference: string;
  /** The day the demonstration lives on. */
  day: string;
};

const blocks = [
  { code: 'mam-non', name: 'Khối Mầm non' },
  { code: 'tieu-hoc', name: 'Khối Tiểu học' },
  { code: 'thcs', name: 'Khối Trung học cơ sở' },
];

const titles: Record<string, string> = {
  'mam-non': 'Trường Mầm non',
  'tieu-hoc': 'Trường Tiểu học',
  thcs: 'Trường Trung học cơ sở',
};

/** Names of schools are on real patterns and mean no real school, but for those that an article names. */
const unit = (
  block: string,
  name: string,
  members: number,
  strength: Strength,
  more: Partial<DemoUnit> = {},
): DemoUnit => ({
  code: `${block === 'mam-non' ? 'MN' : block === 'tieu-hoc' ? 'TH' : 'CS'}-${initials(name)}`,
  name: `CĐCS ${titles[block]} ${name}`,
  block,
  kind: 'school',
  members,
  strength,
  ...more,
});

/** `Nguyễn Đức Cảnh – Khu Tái định cư` → `NGUYEN-DUC-CANH` */
function initials(name: string): string {
  return name
    .split(' –')[0]!
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toUpperCase();
}

const hongBangSource =
  'Bài về hội nghị ký giao ước của LĐLĐ quận Hồng Bàng (Hải Phòng), 03/10/2023: 08 chỉ tiêu, 10 nhiệm vụ trọng tâm. Nội dung và điểm từng mục là minh họa.';

/** Hồng Bàng 2023-2024: signed at a conference where a union was founded that day; reports are running. */
export const hongBang: DemoFederation = {
  federation: {
    kind: 'district',
    name: 'Liên đoàn Lao động quận Hồng Bàng',
    superior: 'Liên đoàn Lao động thành phố Hải Phòng',
    symbol: 'LĐLĐ',
    place: 'Hồng Bàng',
    signsFor: 'TM. Ban Thường vụ',
    signsAs: 'Chủ tịch',
  },
  prefix: 'hongbang',
  year: { code: '2023-2024', title: 'Năm học 2023–2024', from: '2023-09-01', to: '2024-08-31' },
  blocks,
  units: [
    unit('mam-non', 'Hữu Nghị', 24, 'good', { foundedOn: '2023-10-03' }),
    unit('mam-non', 'Hoa Phượng Đỏ', 38, 'top'),
    unit('mam-non', 'Vành Khuyên', 29, 'good'),
    unit('mam-non', 'Sao Mai', 33, 'good'),
    unit('mam-non', 'Hướng Dương – Xóm Chợ', 21, 'weak'),
    unit('mam-non', 'Ánh Dương', 27, 'fair'),
    unit('tieu-hoc', 'Lương Thế Vinh', 46, 'top'),
    unit('tieu-hoc', 'Chu Văn An', 45, 'good'),
    unit('tieu-hoc', 'Trần Quốc Toản', 46, 'good'),
    unit('tieu-hoc', 'Kim Đồng', 52, 'good'),
    unit('tieu-hoc', 'Hoàng Hoa Thám', 41, 'weak'),
    unit('tieu-hoc', 'Phan Bội Châu', 61, 'fair'),
    unit('thcs', 'Ngô Gia Tự', 58, 'top'),
    unit('thcs', 'Hồng Sơn', 43, 'good'),
    unit('thcs', 'Nguyễn Đức Cảnh – Khu Tái định cư', 39, 'fair'),
    unit('thcs', 'Lê Văn Tám', 47, 'good'),
    unit('thcs', 'Đinh Tiên Hoàng', 38, 'good'),
  ],
  plan: demoPlan({
    code: 'hong-bang-2023-2024',
    title: 'Kế hoạch thi đua năm học 2023–2024',
    from: '2023-09-01',
    to: '2024-08-31',
    source: hongBangSource,
    periods: [
      { code: 'dot-1', title: 'Đợt 1', from: '2023-09-01', to: '2023-10-31', due: '2023-11-15T17:00' },
      { code: 'hk1', title: 'Học kỳ I', from: '2023-11-01', to: '2023-12-31', due: '2024-01-15T17:00' },
      { code: 'hk2', title: 'Học kỳ II', from: '2024-01-01', to: '2024-05-31', due: '2024-05-31T17:00' },
    ],
    due: {
      '1.1': ['dot-1'],
      '1.2': ['dot-1'],
      '1.3': ['dot-1'],
      '2.1': ['dot-1'],
      '1.4': ['hk1'],
      '1.6': ['hk1', 'hk2'],
      '2.2': ['hk1', 'hk2'],
      '2.6': ['hk1', 'hk2'],
      '1.5': ['hk1'],
      '2.10': ['hk1'],
    },
    signingDue: '2023-10-15T17:00',
    excellentShare: '0.2',
  }),
  conference: '2023-10-03T08:30',
  day: '2024-01-08',
};

const sonTaySource =
  'Bài về LĐLĐ thị xã Sơn Tây (Hà Nội), 2021: 28 đội tham gia hội thao; “68-72” công đoàn trường đạt từ loại tốt trở lên, 20% hoàn thành. Nội dung và điểm từng mục là minh họa.';

const sonTay28: [block: string, name: string, members: number, strength: Strength][] = [
  ['mam-non', 'Hoa Mai', 34, 'top'],
  ['mam-non', 'Sơn Ca', 31, 'good'],
  ['mam-non', 'Bình Minh', 28, 'good'],
  ['mam-non', 'Họa Mi', 26, 'good'],
  ['mam-non', 'Thanh Mỹ', 30, 'fair'],
  ['mam-non', 'Xuân Khanh', 27, 'good'],
  ['mam-non', 'Đường Lâm', 25, 'fair'],
  ['mam-non', 'Cổ Đông', 29, 'good'],
  ['mam-non', 'Kim Sơn', 22, 'weak'],
  ['tieu-hoc', 'Lê Lợi', 49, 'top'],
  ['tieu-hoc', 'Trần Phú', 44, 'top'],
  ['tieu-hoc', 'Quang Trung', 47, 'good'],
  ['tieu-hoc', 'Phú Thịnh', 38, 'good'],
  ['tieu-hoc', 'Trung Hưng', 41, 'good'],
  ['tieu-hoc', 'Viên Sơn', 36, 'fair'],
  ['tieu-hoc', 'Sơn Đông', 45, 'good'],
  ['tieu-hoc', 'Tích Giang', 33, 'fair'],
  ['tieu-hoc', 'Thanh Vị', 35, 'good'],
  ['tieu-hoc', 'Xuân Sơn', 32, 'good'],
  ['thcs', 'Sơn Tây', 63, 'top'],
  ['thcs', 'Phùng Hưng', 54, 'top'],
  ['thcs', 'Ngô Quyền', 51, 'good'],
  ['thcs', 'Sơn Lộc', 42, 'good'],
  ['thcs', 'Trung Sơn Trầm', 40, 'fair'],
  ['thcs', 'Cổ Đông', 46, 'good'],
  ['thcs', 'Đường Lâm', 37, 'good'],
  ['thcs', 'Thanh Mỹ', 39, 'fair'],
  ['thcs', 'Kim Sơn', 34, 'weak'],
];

/** Sơn Tây 2020-2021: verified and provisionally ranked. */
export const sonTay: DemoFederation = {
  federation: {
    kind: 'town',
    name: 'Liên đoàn Lao động thị xã Sơn Tây',
    superior: 'Liên đoàn Lao động thành phố Hà Nội',
    symbol: 'LĐLĐ',
    place: 'Sơn Tây',
    signsFor: 'TM. Ban Thường vụ',
    signsAs: 'Chủ tịch',
  },
  prefix: 'sontay',
  year: { code: '2020-2021', title: 'Năm học 2020–2021', from: '2020-09-01', to: '2021-08-31' },
  blocks,
  units: sonTay28.map(([block, name, members, strength]) => unit(block, name, members, strength)),
  plan: demoPlan({
    code: 'son-tay-2020-2021',
    title: 'Kế hoạch thi đua năm học 2020–2021',
    from: '2020-09-01',
    to: '2021-08-31',
    source: sonTaySource,
    periods: [{ code: 'ca-nam', title: 'Cả năm', from: '2020-09-01', to: '2021-05-31', due: '2021-05-31T17:00' }],
    due: {},
    signingDue: '2020-10-31T17:00',
    excellentShare: '0.2',
  }),
  conference: '2020-10-15T08:30',
  day: '2021-06-18',
};
