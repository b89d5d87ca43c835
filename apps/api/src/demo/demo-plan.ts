import type { Conduct, LineConduct, PlanDocument } from '@giaouoc/domain/plan/index';
import type { Line } from '@giaouoc/domain/year-file/index';

/** What differs between the demonstration plans. */
export type DemoPlan = {
  code: string;
  title: string;
  from: string;
  to: string;
  /** Where the number of targets and tasks, and whatever else is fact, was read. */
  source: string;
  periods: Conduct['periods'];
  /** Which periods each line is due in; lines that are not named are due in the last one. */
  due: Record<string, string[]>;
  signingDue: string;
  excellentShare: string;
};

type Entry = [
  code: string,
  title: string,
  max: string,
  rule: Line['rule'],
  more?: Partial<Line>,
  conduct?: Partial<LineConduct>,
];

const percentOf = (target: string, floor?: string): Line['rule'] => ({
  kind: 'ratio',
  target,
  better: 'higher',
  below: 'proportional',
  ...(floor === undefined ? {} : { floor }),
});
const members = { partLabel: 'Đạt', wholeLabel: 'Tổng số đoàn viên' };
const percent = { unit: '%' };

/** 08 chỉ tiêu. Their number is fact, their wording and points are illustrations on patterns that federations use. */
const targets: Entry[] = [
  [
    '1.1',
    'Đoàn viên trên tổng số cán bộ, giáo viên, nhân viên',
    '6',
    percentOf('98'),
    percent,
    { ask: { partLabel: 'Đoàn viên', wholeLabel: 'Cán bộ, giáo viên, nhân viên' } },
  ],
  [
    '1.2',
    'Hội nghị viên chức, người lao động đúng hạn',
    '5',
    { kind: 'yesNo' },
    {},
    { evidence: { needed: 'required', hint: 'Biên bản hội nghị' }, ask: { question: 'Đã tổ chức trước ngày 31/10?' } },
  ],
  [
    '1.3',
    'Đoàn viên được khám sức khỏe định kỳ',
    '6',
    percentOf('95', '0.5'),
    percent,
    { ask: { ...members, partLabel: 'Đã khám' }, evidence: { needed: 'optional', hint: 'Danh sách khám sức khỏe' } },
  ],
  [
    '1.4',
    'Đoàn viên học tập nghị quyết, chuyên đề',
    '6',
    percentOf('100'),
    percent,
    { ask: { ...members, partLabel: 'Đã học' } },
  ],
  [
    '1.5',
    'Sáng kiến được công nhận',
    '6',
    { kind: 'ratio', target: 'unit', better: 'higher', below: 'proportional' },
    { unit: 'sáng kiến' },
    {
      targetFloor: '1',
      ask: { valueLabel: 'Số sáng kiến được công nhận' },
      help: 'Tính sáng kiến được hội đồng sáng kiến của trường công nhận trong năm học.',
    },
  ],
  [
    '1.6',
    'Lượt thăm hỏi, trợ cấp đoàn viên',
    '5',
    { kind: 'count', each: '0.5' },
    { unit: 'lượt' },
    {
      accumulate: 'sum',
      ask: { valueLabel: 'Số lượt trong kỳ' },
      evidence: { needed: 'optional', hint: 'Ảnh biên nhận' },
    },
  ],
  [
    '1.7',
    'Đơn vị đạt chuẩn văn hóa',
    '6',
    {
      kind: 'levels',
      pick: 'one',
      levels: [
        { code: 'chuan', title: 'Đạt chuẩn văn hóa', points: '6' },
        { code: 'gan', title: 'Đã đăng ký, đạt phần lớn tiêu chuẩn', points: '3' },
        { code: 'chua', title: 'Chưa đăng ký', points: '0' },
      ],
    },
  ],
  [
    '1.8',
    'Thu, nộp kinh phí công đoàn đúng hạn',
    '5',
    { kind: 'ratio', target: '100', better: 'higher', below: 'nothing' },
    percent,
    { ask: { partLabel: 'Đã nộp (nghìn đồng)', wholeLabel: 'Phải nộp (nghìn đồng)' } },
  ],
];

/** 10 nhiệm vụ trọng tâm, likewise. */
const tasks: Entry[] = [
  [
    '2.1',
    'Bộ quy chế của nhiệm kỳ',
    '5',
    {
      kind: 'checklist',
      items: [
        { code: 'bch', title: 'Quy chế hoạt động của Ban Chấp hành', points: '1' },
        { code: 'ubkt', title: 'Quy chế hoạt động của Ủy ban Kiểm tra', points: '1' },
        { code: 'phoi-hop', title: 'Quy chế phối hợp với thủ trưởng đơn vị', points: '1' },
        { code: 'chi-tieu', title: 'Quy chế chi tiêu nội bộ', points: '1' },
        { code: 'dan-chu', title: 'Quy chế dân chủ ở cơ sở', points: '1' },
      ],
    },
    {},
    { ask: { question: 'Đánh dấu quy chế đã ban hành' } },
  ],
  [
    '2.2',
    'Ban Chấp hành họp định kỳ, có sổ ghi chép',
    '5',
    { kind: 'count', each: '0.5' },
    { unit: 'kỳ họp' },
    { accumulate: 'sum', ask: { valueLabel: 'Số kỳ họp có ghi sổ' } },
  ],
  [
    '2.3',
    'Phong trào “Giỏi việc trường, đảm việc nhà”',
    '5',
    {
      kind: 'levels',
      pick: 'one',
      levels: [
        { code: 'tot', title: 'Có kế hoạch, có tổng kết, có điển hình', points: '5' },
        { code: 'kha', title: 'Có kế hoạch và tổng kết', points: '4' },
        { code: 'dat', title: 'Chỉ có kế hoạch', points: '2' },
        { code: 'khong', title: 'Chưa thực hiện', points: '0' },
      ],
    },
  ],
  [
    '2.4',
    'Tết Sum vầy, Tháng Công nhân',
    '5',
    {
      kind: 'checklist',
      items: [
        { code: 'tet', title: 'Tổ chức Tết Sum vầy', points: '2' },
        { code: 'qua', title: 'Tặng quà đoàn viên khó khăn', points: '1' },
        { code: 'thang5', title: 'Hoạt động Tháng Công nhân', points: '1' },
        { code: 'bao-cao', title: 'Báo cáo đúng hạn', points: '1' },
      ],
    },
  ],
  [
    '2.5',
    'Ủy ban kiểm tra, Ban Nữ công hoạt động theo chương trình',
    '5',
    {
      kind: 'deduct',
      faults: [
        { code: 'ubkt', title: 'Thiếu một cuộc kiểm tra', each: '1' },
        { code: 'nu-cong', title: 'Thiếu một hoạt động nữ công', each: '1' },
      ],
    },
    {},
    { enteredBy: 'federation', evidence: { needed: 'no' } },
  ],
  [
    '2.6',
    'Đối thoại tại nơi làm việc',
    '5',
    { kind: 'count', each: '2.5' },
    { unit: 'lần' },
    { accumulate: 'sum', ask: { valueLabel: 'Số lần đối thoại' } },
  ],
  [
    '2.7',
    'Tuyên truyền pháp luật, an toàn giao thông',
    '5',
    { kind: 'judged', step: '0.5' },
    {},
    { enteredBy: 'federation', evidence: { needed: 'no' } },
  ],
  [
    '2.8',
    'Giới thiệu đoàn viên ưu tú cho Đảng',
    '5',
    { kind: 'ratio', target: 'unit', better: 'higher', below: 'proportional' },
    { unit: 'người', whenNotApplicable: 'full' },
    { targetFloor: '1', ask: { valueLabel: 'Số người được giới thiệu' } },
  ],
  [
    '2.9',
    'Báo cáo đúng hạn, đủ số liệu',
    '5',
    {
      kind: 'deduct',
      faults: [
        { code: 'tre', title: 'Một lần báo cáo trễ', each: '1' },
        { code: 'sai', title: 'Một lần số liệu sai', each: '0.5' },
      ],
    },
    {},
    { enteredBy: 'federation', evidence: { needed: 'no' } },
  ],
  [
    '2.10',
    'Hội thi, hội thao của công đoàn cấp trên',
    '5',
    {
      kind: 'levels',
      pick: 'one',
      levels: [
        { code: 'nhat', title: 'Giải Nhất, Nhì', points: '5' },
        { code: 'ba', title: 'Giải Ba, Khuyến khích', points: '4' },
        { code: 'tham-gia', title: 'Tham gia, không có giải', points: '2' },
        { code: 'khong', title: 'Không tham gia', points: '0' },
      ],
    },
    {},
    { ask: { question: 'Kết quả cao nhất' } },
  ],
];

const bonus: Entry[] = [
  [
    'T.1',
    'Đăng cai sự kiện, đạt giải cấp thành phố',
    '5',
    { kind: 'count', each: '1' },
    { unit: 'lần' },
    { accumulate: 'sum', ask: { valueLabel: 'Số sự kiện, giải' } },
  ],
];
const all = [...targets, ...tasks, ...bonus];

const lineOf =
  (kind: Line['kind']) =>
  ([code, title, max, rule, more]: Entry): Line => ({ code, title, kind, max, rule, ...more });

/** The plan of 95 base points and 5 bonus points, 08 + 10 lines. */
export function demoPlan(plan: DemoPlan): PlanDocument {
  const last = plan.periods.at(-1)!.code;
  return {
    scoring: {
      code: plan.code,
      title: plan.title,
      from: plan.from,
      to: plan.to,
      places: 2,
      scale: { base: '95', bonusMax: '5', total: '100' },
      groups: [
        { code: 'A', title: '08 chỉ tiêu', role: 'base', lines: targets.map(lineOf('target')) },
        { code: 'B', title: '10 nhiệm vụ trọng tâm', role: 'base', lines: tasks.map(lineOf('task')) },
        { code: 'T', title: 'Điểm thưởng', role: 'bonus', max: '5', lines: bonus.map(lineOf('task')) },
      ],
      gates: [
        {
          code: 'moi',
          title: 'Đơn vị thành lập chưa đủ 12 tháng không xếp loại',
          when: { activeMonths: { lt: 12 } },
          effect: { notGraded: true },
          basis: 'Hướng dẫn 1294/HD-TLĐ ngày 14/8/2019',
        },
      ],
      grades: [
        { code: 'HTXS', title: 'Hoàn thành xuất sắc nhiệm vụ', from: '90' },
        { code: 'HTT', title: 'Hoàn thành tốt nhiệm vụ', from: '70' },
        { code: 'HT', title: 'Hoàn thành nhiệm vụ', from: '50' },
        { code: 'KHT', title: 'Không hoàn thành nhiệm vụ' },
      ],
      quotas: [
        {
          code: 'xuat-sac',
          grade: 'HTXS',
          share: plan.excellentShare,
          of: 'HTT',
          within: 'federation',
          rounding: 'half-up',
          ties: 'keep',
        },
      ],
      ranking: { within: 'block', by: ['total', 'bonus', 'group:A'], tie: 'shared' },
    },
    conduct: {
      periods: plan.periods,
      lines: Object.fromEntries(
        all.map(([code, , , , , conduct]): [string, LineConduct] => [
          code,
          {
            due: plan.due[code] ?? [last],
            accumulate: 'latest',
            enteredBy: 'unit',
            verifiedBy: 'officer',
            evidence: { needed: 'optional' },
            ask: {},
            basis: plan.source,
            ...conduct,
          },
        ]),
      ),
      stages: [
        { code: 'self', title: 'Đơn vị tự chấm' },
        { code: 'federation', title: 'Công đoàn cấp trên thẩm định' },
      ],
      countsFrom: 'federation',
      unverifiedCounts: false,
      signing: { due: plan.signingDue, unitSigns: ['chair'] },
    },
  };
}
