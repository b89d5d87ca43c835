import type { Line } from '@giaouoc/domain/year-file/plan.schema';

type Rule = Line['rule'];
export type RuleKind = Rule['kind'];

/** The nine kinds of rule as an officer calls them; the first letters differ, so that a list can be typed into. */
export const ruleKinds: readonly { value: RuleKind; label: string }[] = [
  { value: 'ratio', label: 'Tỷ lệ so với chỉ tiêu' },
  { value: 'bands', label: 'Bậc thang theo số liệu' },
  { value: 'yesNo', label: 'Có hoặc không' },
  { value: 'levels', label: 'Mức đạt được' },
  { value: 'checklist', label: 'Danh mục việc' },
  { value: 'count', label: 'Số lượng, mỗi đơn vị bao nhiêu điểm' },
  { value: 'deduct', label: 'Khấu trừ theo lỗi' },
  { value: 'judged', label: 'Người chấm cho điểm' },
  { value: 'leader', label: 'Xếp theo đơn vị dẫn đầu' },
];

/**
 * A rule of a kind to begin with: everything that has a usual answer has it, everything else is empty and asks to be
 * filled. Codes of levels, items and faults are made here and never shown; figures are kept under them.
 */
export function freshRule(kind: RuleKind, max: string): Rule {
  switch (kind) {
    case 'ratio':
      return { kind, target: '100', better: 'higher', below: 'proportional' };
    case 'bands':
      return { kind, of: 'value', bands: [{ from: '', points: max }] };
    case 'yesNo':
      return { kind };
    case 'levels':
      return {
        kind,
        pick: 'one',
        levels: [
          { code: 'm1', title: '', points: max },
          { code: 'm2', title: '', points: '0' },
        ],
      };
    case 'checklist':
      return { kind, items: [{ code: 'm1', title: '', points: '' }] };
    case 'count':
      return { kind, each: '' };
    case 'deduct':
      return { kind, faults: [{ code: 'm1', title: '', each: '' }] };
    case 'judged':
      return { kind };
    case 'leader':
      return { kind, target: 'unit', within: 'block' };
  }
}

/** The next code nobody has: `m3`. One that was taken away before publishing may come back, which harms nobody. */
export function freshCode(list: readonly { code: string }[]): string {
  const taken = new Set(list.map(({ code }) => code));
  for (let number = list.length + 1; ; number++) if (!taken.has(`m${number}`)) return `m${number}`;
}
