import { fullDay, fullMoment } from '../words/times.ts';
import { isLocalMinute } from '../period/local-time.ts';
import type { PlanChange } from './diff-plans.ts';
import { linesOf, type PlanDocument } from './document.ts';
import { isDay } from '../numbers/day.ts';
import { formatExact } from '../words/numbers.ts';
import { accumulateWords, enteredByWords, roleWords, stageKindWords, verifiedByWords } from './conduct-words.ts';
import { ruleInBrief } from '../explain/index.ts';

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
  beforeJoining: 'mục đến hạn trước khi đơn vị tham gia',
  stageOrder: 'thứ tự các bước chấm',
  visibility: 'ai xem được điểm nào, khi nào',
  opens: 'mở từ',
  closes: 'đóng lúc',
  lines: 'tiêu chí được chấm',
  peer: 'cách chấm chéo',
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

/** Values that the plan keeps as a word of its own, as people say them. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { target: 'chỉ tiêu', task: 'nhiệm vụ trọng tâm', ...stageKindWords },
  role: roleWords,
  accumulate: accumulateWords,
  enteredBy: enteredByWords,
  verifiedBy: verifiedByWords,
  // Changes that were stored before stages had titles of their own name the old codes.
  countsFrom: { ...stageKindWords, cross: stageKindWords.peer },
  whenNotApplicable: { refuse: 'không cho phép', drop: 'bỏ, quy đổi lại', full: 'đủ điểm', zero: '0 điểm' },
  within: { block: 'từng khối', cluster: 'từng cụm', federation: 'toàn bộ' },
  rounding: { floor: 'làm tròn xuống', 'half-up': 'từ 0,5 làm tròn lên', ceil: 'làm tròn lên' },
  ties: { keep: 'cùng được giữ', drop: 'cùng xuống loại', decide: 'hội đồng quyết định' },
};
/** Values that are codes of other parts: only that they changed is said. */
const coded: ReadonlySet<string> = new Set(['grade', 'of', 'blocks']);

/** One difference as a line of a list: "Tiêu chí 1.3, điểm tối đa: 6 → 5". Long values are only named. */
export function changeInWords(change: PlanChange): string {
  return said(change, short(change.field, change.before), short(change.field, change.after));
}

/**
 * The same for whoever has both versions at hand: rules are said too, in a few words, and a line that changed is named by
 * its title as well, for people who do not know the codes by heart.
 */
export function changesInWords(changes: readonly PlanChange[], before: PlanDocument, after: PlanDocument): string[] {
  const [was, is] = [briefRules(before), briefRules(after)];
  return changes.map((change) =>
    change.subject === 'line' && change.field === 'rule'
      ? said(change, was.get(change.code) ?? null, is.get(change.code) ?? null, true)
      : said(change, short(change.field, change.before), short(change.field, change.after), true),
  );
}

function said(change: PlanChange, before: string | null, after: string | null, withTitle = false): string {
  const name = nameOf(change, withTitle);
  if (change.what === 'added') return `${name}: thêm “${change.title}”`;
  if (change.what === 'removed') return `${name}: bỏ “${change.title}”`;
  if (change.what === 'moved') return `${name}: chuyển sang nhóm ${String(change.after ?? 'trên cùng')}`;
  const field = fields[change.field ?? ''] ?? change.field ?? '';
  return before === null || after === null ? `${name}: đổi ${field}` : `${name}, ${field}: ${before} → ${after}`;
}

/** Lines and groups are known by the number that is printed before them; anything else by its title. */
function nameOf({ subject, code, title, what, field }: PlanChange, withTitle: boolean): string {
  const named = what !== 'added' && what !== 'removed' && field !== 'title';
  if (subject === 'plan') return subjects.plan;
  if (subject === 'line' || subject === 'group')
    return `${subjects[subject]} ${code}${withTitle && named ? ` (${title})` : ''}`;
  return what === 'changed' && title !== code ? `${subjects[subject]} “${title}”` : subjects[subject];
}

function briefRules({ scoring }: PlanDocument): Map<string, string> {
  return new Map(linesOf(scoring).map(({ line }) => [line.code, ruleInBrief(line)]));
}

function short(field: string | undefined, value: unknown): string | null {
  if (value === undefined) return 'không có';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > 60 || coded.has(field ?? '')) return null;
  const words = values[field ?? '']?.[value];
  if (words !== undefined) return words;
  if (isDay(value)) return fullDay(value);
  if (isLocalMinute(value)) return fullMoment(value);
  return /^-?\d+(\.\d+)?$/.test(value) ? formatExact(value) : `“${value}”`;
}
