import type { PlanChange } from '@giaouoc/domain/plan/diff-plans';
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

const subjects: Readonly<Record<PlanChange['subject'], string>> = {
  line: 'Tiêu chí',
  group: 'Nhóm',
  period: 'Kỳ',
  stage: 'Bước chấm',
  gate: 'Điều kiện',
  grade: 'Xếp loại',
  quota: 'Giới hạn',
  plan: 'Kế hoạch',
};

const fields: Readonly<Record<string, string>> = {
  title: 'tên',
  kind: 'loại',
  max: 'điểm tối đa',
  min: 'điểm thấp nhất',
  unit: 'đơn vị tính',
  blocks: 'khối được giao',
  whenNotApplicable: 'khi không phát sinh',
  rule: 'quy tắc',
  role: 'vai trò',
  due: 'kỳ báo cáo, hạn',
  accumulate: 'cách gộp các kỳ',
  enteredBy: 'ai nhập',
  verifiedBy: 'ai thẩm định',
  evidence: 'minh chứng',
  targetFloor: 'mức sàn',
  ask: 'câu hỏi',
  example: 'ví dụ',
  help: 'hướng dẫn',
  basis: 'căn cứ',
  from: 'từ',
  to: 'đến',
  places: 'số chữ số thập phân',
  scale: 'thang điểm',
  ranking: 'cách xếp hạng',
  countsFrom: 'bước chấm được tính',
  unverifiedCounts: 'tính cả số liệu chưa thẩm định',
  signing: 'ký giao ước',
  rescaleNote: 'ghi chú quy đổi',
  when: 'điều kiện',
  effect: 'hệ quả',
  requires: 'điều kiện kèm theo',
  grade: 'xếp loại',
  share: 'tỷ lệ',
  of: 'tính trên',
  within: 'phạm vi',
  rounding: 'làm tròn',
  ties: 'khi bằng điểm',
};

/** One difference as a line of a list: "Tiêu chí 1.3, điểm tối đa: 6 → 5". Long values are only named. */
export function changeInWords(change: PlanChange): string {
  const name = change.subject === 'plan' ? subjects.plan : `${subjects[change.subject]} ${change.code}`;
  if (change.what === 'added') return `${name}: thêm “${change.title}”`;
  if (change.what === 'removed') return `${name}: bỏ “${change.title}”`;
  if (change.what === 'moved') return `${name}: chuyển sang nhóm ${String(change.after ?? 'trên cùng')}`;
  const field = fields[change.field ?? ''] ?? change.field ?? '';
  const [before, after] = [short(change.before), short(change.after)];
  return before === null || after === null ? `${name}: đổi ${field}` : `${name}, ${field}: ${before} → ${after}`;
}

function short(value: unknown): string | null {
  if (value === undefined) return 'không có';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > 60) return null;
  return /^-?\d+(\.\d+)?$/.test(value) ? value.replace('.', ',') : `“${value}”`;
}
