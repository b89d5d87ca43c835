import { formatNumber } from '../../words/numbers.ts';
import { counted, promised } from '../../rules/phrases.ts';
import type { Compare, CompareCount, Condition } from '../../year-file/condition.schema.ts';
import type { PlanNames } from './names.ts';

/** `dưới 4 điểm`, `từ 90 điểm trở lên`: a comparison with a number that `say` writes. */
function compared(compare: Compare | CompareCount, say: (number: string) => string): string {
  if ('lt' in compare) return `dưới ${say(String(compare.lt))}`;
  if ('le' in compare) return `không quá ${say(String(compare.le))}`;
  if ('eq' in compare) return `đúng ${say(String(compare.eq))}`;
  if ('ge' in compare) return `từ ${say(String(compare.ge))} trở lên`;
  return `trên ${say(String(compare.gt))}`;
}

/** One condition within another stands in brackets where it is itself made of several. */
function inner(condition: Condition, names: PlanNames): string {
  const several = ('all' in condition ? condition.all : 'any' in condition ? condition.any : []).length > 1;
  const words = conditionInWords(condition, names);
  return several ? `(${words})` : words;
}

/**
 * A condition in words that go after “Nếu” or “phải”: `tiêu chí 1.1 “Thu kinh phí” được dưới 4 điểm và (tổng điểm dưới 80
 * điểm hoặc hoạt động dưới 6 tháng)`. The last branch takes what is left, so that a new kind of test does not compile.
 */
export function conditionInWords(condition: Condition, names: PlanNames): string {
  if ('all' in condition) return condition.all.map((one) => inner(one, names)).join(' và ');
  if ('any' in condition) return condition.any.map((one) => inner(one, names)).join(' hoặc ');
  if ('not' in condition) return `không phải trường hợp ${inner(condition.not, names)}`;
  if ('total' in condition) return `tổng điểm ${compared(condition.total, promised)}`;
  if ('activeMonths' in condition)
    return `thời gian hoạt động trong năm ${compared(condition.activeMonths, (months) => `${formatNumber(months)} tháng`)}`;
  if ('anyLine' in condition)
    return `có tiêu chí thuộc ${names.group(condition.anyLine.group)} được ${compared(condition.anyLine.points, promised)}`;
  if ('group' in condition) return `${names.group(condition.group)} được ${compared(condition.points, promised)}`;
  const line = names.line(condition.line);
  if ('points' in condition) return `${line} được ${compared(condition.points, promised)}`;
  if ('value' in condition)
    return `số liệu ${line} ${compared(condition.value, (value) => counted(value, names.unit(condition.line)))}`;
  if ('yes' in condition) return `${line} ${condition.yes ? 'trả lời có' : 'trả lời không'}`;
  const left: { line: string; missing: true } = condition;
  return `${names.line(left.line)} chưa có số liệu`;
}
