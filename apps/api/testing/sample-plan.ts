import { inScope } from '@giaouoc/db';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { storePlanVersion } from '@giaouoc/db/queries/plan';
import { contentHash, linesOf, type PlanDocument } from '@giaouoc/domain/plan/index';
import { ENGINE } from '@giaouoc/domain/scoring/index';
import type { Line } from '@giaouoc/domain/year-file/index';
import type { People } from './people.ts';

const line = (
  code: string,
  title: string,
  kind: Line['kind'],
  max: string,
  rule: Line['rule'],
  more: Partial<Line> = {},
): Line => ({
  code,
  title,
  kind,
  max,
  rule,
  ...more,
});

/**
 * A small plan that reaches every way a line is entered: 20 base points for both blocks, a bonus, a penalty of the
 * federation, two periods.
 */
export function samplePlan(): PlanDocument {
  const lines: Line[] = [
    line(
      '1.1',
      'Đoàn viên trên tổng số lao động',
      'target',
      '4',
      { kind: 'ratio', target: '95', better: 'higher', below: 'proportional' },
      { unit: '%' },
    ),
    line(
      '1.2',
      'Sáng kiến được công nhận',
      'target',
      '4',
      { kind: 'ratio', target: 'unit', better: 'higher', below: 'proportional' },
      { unit: 'sáng kiến' },
    ),
    line('1.3', 'Hội nghị viên chức đúng hạn', 'target', '4', { kind: 'yesNo' }),
    line(
      '1.4',
      'Lượt thăm hỏi',
      'target',
      '4',
      { kind: 'count', each: '0.5' },
      { unit: 'lượt', whenNotApplicable: 'full' },
    ),
    line('1.5', 'Bộ quy chế', 'task', '4', {
      kind: 'checklist',
      items: [
        { code: 'bch', title: 'Quy chế Ban chấp hành', points: '2' },
        { code: 'ubkt', title: 'Quy chế Ủy ban kiểm tra', points: '2' },
      ],
    }),
  ];
  return {
    scoring: {
      code: 'ke-hoach-thu',
      title: 'Kế hoạch thi đua năm học 2026–2027',
      from: '2026-09-01',
      to: '2027-08-31',
      places: 2,
      scale: { base: '20', bonusMax: '2', penaltyMax: '5' },
      groups: [
        { code: '1', title: 'Chỉ tiêu và nhiệm vụ', role: 'base', lines },
        {
          code: 'T',
          title: 'Điểm thưởng',
          role: 'bonus',
          lines: [line('T.1', 'Đăng cai sự kiện', 'task', '2', { kind: 'count', each: '1' })],
        },
        {
          code: 'P',
          title: 'Điểm trừ',
          role: 'penalty',
          lines: [
            line('P.1', 'Báo cáo chậm', 'task', '0', {
              kind: 'deduct',
              faults: [{ code: 'muon', title: 'Báo cáo chậm', each: '0.5' }],
              min: '-5',
            }),
          ],
        },
      ],
      grades: [
        { code: 'HTXS', title: 'Hoàn thành xuất sắc nhiệm vụ', from: '18' },
        { code: 'HTT', title: 'Hoàn thành tốt nhiệm vụ', from: '14' },
        { code: 'HT', title: 'Hoàn thành nhiệm vụ', from: '10' },
        { code: 'KHT', title: 'Không hoàn thành nhiệm vụ' },
      ],
      quotas: [
        { code: 'q1', grade: 'HTXS', share: '0.5', of: 'graded', within: 'block', rounding: 'floor', ties: 'keep' },
      ],
      ranking: { within: 'block', by: ['total', 'bonus'], tie: 'shared' },
    },
    conduct: {
      periods: [
        { code: 'hk1', title: 'Học kỳ I', from: '2026-09-01', to: '2026-12-31', due: '2027-01-15T17:00' },
        { code: 'hk2', title: 'Cả năm', from: '2027-01-01', to: '2027-06-30', due: '2027-06-15T17:00' },
      ],
      lines: {
        '1.1': {
          due: ['hk1', 'hk2'],
          accumulate: 'latest',
          enteredBy: 'unit',
          verifiedBy: 'officer',
          evidence: { needed: 'no' },
          ask: { partLabel: 'Đoàn viên', wholeLabel: 'Tổng số lao động' },
        },
        '1.2': {
          due: ['hk2'],
          accumulate: 'latest',
          enteredBy: 'unit',
          verifiedBy: 'officer',
          evidence: { needed: 'optional' },
          targetFloor: '2',
          ask: {},
        },
        '1.3': {
          due: ['hk1'],
          accumulate: 'latest',
          enteredBy: 'unit',
          verifiedBy: 'officer',
          evidence: { needed: 'required' },
          ask: { question: 'Đã tổ chức trước 31/10?' },
        },
        '1.4': {
          due: ['hk1', 'hk2'],
          accumulate: 'sum',
          enteredBy: 'unit',
          verifiedBy: 'officer',
          evidence: { needed: 'optional' },
          ask: {},
        },
        '1.5': {
          due: ['hk1'],
          accumulate: 'latest',
          enteredBy: 'unit',
          verifiedBy: 'officer',
          evidence: { needed: 'no' },
          ask: {},
        },
        'T.1': {
          due: ['hk2'],
          accumulate: 'latest',
          enteredBy: 'unit',
          verifiedBy: 'officer',
          evidence: { needed: 'no' },
          ask: {},
        },
        'P.1': {
          due: ['hk2'],
          accumulate: 'latest',
          enteredBy: 'federation',
          verifiedBy: 'officer',
          evidence: { needed: 'no' },
          ask: {},
        },
      },
      stages: [
        { code: 'self', title: 'Đơn vị tự chấm' },
        { code: 'federation', title: 'Công đoàn cấp trên thẩm định' },
      ],
      countsFrom: 'federation',
      unverifiedCounts: false,
      signing: { due: '2026-10-31T17:00', unitSigns: ['chair'] },
    },
  };
}

/** Stores a plan in the year of `people` as its published version (1 unless said), as publishing does. Gives back its hash. */
export async function publishSamplePlan(
  all: People,
  document: PlanDocument = samplePlan(),
  { version = 1, needsSignature = true, note = null as string | null } = {},
): Promise<string> {
  const { yearId } = all.federation;
  const hash = contentHash(document);
  const lines = linesOf(document.scoring).map(({ line: { code, title, kind } }) => ({ code, title, kind }));
  const { scope } = all.officer;
  await inScope(all.services.db, scope, async (tx) => {
    await storePlanVersion(tx, scope, {
      yearId,
      version,
      document,
      hash,
      engine: ENGINE,
      note,
      needsSignature,
      at: all.clock.now,
      lines,
    });
    await recordAudit(tx, scope, { action: 'plan.publish', subject: document.scoring.title, yearId });
  });
  return hash;
}
