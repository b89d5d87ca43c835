import { ruleInBrief } from '@giaouoc/domain/explain/index';
import type { Line, Role } from '@giaouoc/domain/year-file/plan.schema';
import { ruleKinds } from './rule-kinds.ts';

/** What the groups of a role are for. */
export const roleWords: Readonly<Record<Role, string>> = {
  base: 'Điểm cơ bản',
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
  fact: 'Chỉ để xét điều kiện, không có điểm',
};

/** The line's rule in a few words; while it is half written only its kind can be said. */
export function briefOf(line: Line): string {
  try {
    return ruleInBrief(line);
  } catch {
    return ruleKinds.find(({ value }) => value === line.rule.kind)?.label ?? '';
  }
}

export { changeInWords } from '@giaouoc/domain/plan/change-words';
