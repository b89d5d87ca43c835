import { isRuleKind } from '../rules/kinds.ts';
import { wordsOf } from '../rules/words.ts';
import type { Line } from '../year-file/plan.schema.ts';
import { earned } from '../rules/phrases.ts';
import { capital } from '../words/texts.ts';
import type { LineWhy } from '../scoring/why/whys.ts';

/** One sentence or two: why these points, as an officer would say it over the phone. */
export function explain(why: LineWhy): string {
  if (why.status !== 'adjusted') return ownReason(why);
  const before = ownReason({ ...why, status: statusBefore(why) });
  const reason = why.adjustment?.reason ?? '';
  if (why.computed === why.points)
    return `${before} Giữ nguyên ${earned(why.points)} khi điều chỉnh, lý do: ${reason}.`;
  return `${before} Đã điều chỉnh từ ${earned(why.computed ?? '0')} thành ${earned(why.points)}, lý do: ${reason}.`;
}

/** What the line would have been without the adjustment. */
function statusBefore(why: LineWhy): LineWhy['status'] {
  if (why.rule !== null) return 'scored';
  if (why.figure === null) return 'missing';
  if (why.figure.notApplicable === true)
    return why.computed !== undefined && /[1-9]/.test(why.computed) ? 'full' : 'zero';
  return 'no-target';
}

function ownReason(why: LineWhy): string {
  switch (why.status) {
    case 'missing':
      return 'Chưa có số liệu nên 0 điểm.';
    case 'no-target':
      return 'Có số liệu nhưng đơn vị chưa có chỉ tiêu riêng nên 0 điểm.';
    case 'dropped':
      return 'Không áp dụng cho đơn vị; tiêu chí này được bỏ ra và điểm cơ bản được quy đổi lại.';
    case 'full':
      return `Không áp dụng cho đơn vị; theo kế hoạch được trọn ${earned(why.computed ?? why.points)}.`;
    case 'zero':
      return 'Không áp dụng cho đơn vị; theo kế hoạch tính 0 điểm.';
    default:
      return why.rule !== null && isRuleKind(why.rule.kind) ? capital(wordsOf(why.rule.kind).say(why.rule, why)) : '';
  }
}

/** The line's rule in full: "Đạt từ 95 % được 6 điểm. Dưới mức đó tính theo tỷ lệ, …" */
export const ruleInWords = (line: Line): string => wordsOf(line.rule.kind).inWords(line.rule, line);

/** The line's rule in a few words: "Tỷ lệ, từ 95 %". */
export const ruleInBrief = (line: Line): string => wordsOf(line.rule.kind).inBrief(line.rule, line);
