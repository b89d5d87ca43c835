import { defaultConduct } from '@giaouoc/domain/plan/default-conduct';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import type { Line, Plan } from '@giaouoc/domain/year-file/index';

/** A line answered with yes or no, unless said otherwise. */
export const line = (code: string, max: string, more: Partial<Line> = {}): Line => ({
  ...{ code, title: `Tiêu chí ${code}`, kind: 'target', max, rule: { kind: 'yesNo' } },
  ...more,
});
/** Two lines for ten points, and a bonus for the block `mn`. */
export const plan: Plan = {
  code: 'ke-hoach-thu',
  title: 'Kế hoạch thi đua năm học 2026–2027',
  from: '2026-09-01',
  to: '2027-08-31',
  scale: { base: '10' },
  groups: [
    {
      code: '1',
      title: 'Chỉ tiêu',
      role: 'base',
      lines: [
        line('1.1', '6', { unit: '%', rule: { kind: 'ratio', target: '95', better: 'higher', below: 'proportional' } }),
        line('1.2', '4', { kind: 'task' }),
      ],
    },
    { code: 'T', title: 'Thưởng', role: 'bonus', lines: [line('T.1', '5', { blocks: ['mn'] })] },
  ],
  grades: [
    { code: 'HTT', title: 'Hoàn thành tốt', from: '8' },
    { code: 'HT', title: 'Hoàn thành' },
  ],
  ranking: { within: 'block', by: ['total'], tie: 'shared' },
};
/** The same with the usual conduct: ready to be published. */
export const document: PlanDocument = { scoring: plan, conduct: defaultConduct(plan) };
