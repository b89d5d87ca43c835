import { fullDay } from '../words/times.ts';
import { accumulateWaysFor, inputOf } from '../figure/figure.ts';
import { addDays } from '../period/local-time.ts';
import { checkPlan, type Fault, type Plan, planSchema, type Warning } from '../year-file/index.ts';
import { accumulateWords } from './conduct-words.ts';
import { readConduct } from './conduct-faults.ts';
import type { Conduct, LineConduct } from './conduct.schema.ts';
import { conductOf, linesOf, type PlacedLine, type PlanDocument, pointerStep, takesOwnTarget } from './document.ts';
import { checkStages } from './check-stages.ts';

/** What there is to say about a plan document; `document` is there only when there are no faults. */
export type DocumentCheck = { faults: Fault[]; warnings: Warning[]; document?: PlanDocument };

/** Reports may be due a while after the year's last day, when schools have closed their books. */
const graceDays = 120;

/**
 * Checks a whole plan document, `{ scoring, conduct }`, for the blocks of the year. Everything found comes at once, with
 * JSON pointers into the document; the messages are for a federation officer. Warnings do not keep it from being published.
 */
export function checkPlanDocument(value: unknown, blocks: readonly string[]): DocumentCheck {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'Bản kế hoạch cần hai phần: scoring (cách tính điểm) và conduct (cách tổ chức).';
    return { faults: [{ pointer: '', code: 'wrong-type', message }], warnings: [] };
  }
  const given = value as Record<string, unknown>;
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  for (const key of Object.keys(given)) {
    if (key === 'scoring' || key === 'conduct') continue;
    const message = `Không có phần “${key}” trong bản kế hoạch. Bỏ phần này.`;
    faults.push({ pointer: `/${pointerStep(key)}`, code: 'unknown-key', params: { key }, message });
  }
  for (const part of ['scoring', 'conduct']) {
    if (given[part] !== undefined) continue;
    const message = `Bản kế hoạch thiếu phần “${part}”.`;
    faults.push({ pointer: '', code: 'missing-key', params: { key: part }, message });
  }
  if (given['scoring'] !== undefined) {
    const checked = checkPlan(given['scoring'], blocks);
    faults.push(...checked.faults.map(belowScoring));
    warnings.push(...checked.warnings.map(belowScoring));
  }
  const scoring = planSchema.safeParse(given['scoring']);
  const conduct = given['conduct'] === undefined ? undefined : readConduct(given['conduct']);
  if (conduct !== undefined) faults.push(...conduct.faults);
  if (scoring.success && conduct?.conduct !== undefined) {
    const check = new ConductCheck(scoring.data, conduct.conduct);
    faults.push(...check.faults);
    warnings.push(...check.warnings);
    if (faults.length === 0) return { faults, warnings, document: { scoring: scoring.data, conduct: conduct.conduct } };
  }
  return { faults, warnings };
}

function belowScoring(fault: Fault): Fault {
  return { ...fault, pointer: `/scoring${fault.pointer}` };
}

/** What only shows when conduct and scoring are read side by side. */
class ConductCheck {
  readonly faults: Fault[] = [];
  readonly warnings: Warning[] = [];
  private readonly plan: Plan;
  private readonly conduct: Conduct;

  constructor(plan: Plan, conduct: Conduct) {
    this.plan = plan;
    this.conduct = conduct;
    this.periods();
    this.lines();
    const stages = checkStages(plan, conduct);
    this.faults.push(...stages.faults);
    this.warnings.push(...stages.warnings);
    this.signing();
  }

  private fault(pointer: string, code: string, message: string, params: Record<string, string | number> = {}): void {
    this.faults.push({ pointer: `/conduct${pointer}`, code, params, message });
  }

  private warn(pointer: string, code: string, message: string, params: Record<string, string | number> = {}): void {
    this.warnings.push({ pointer: `/conduct${pointer}`, code, params, message });
  }

  private periods(): void {
    const { plan, conduct } = this;
    const latest = addDays(plan.to, graceDays);
    const used = new Set(Object.values(conduct.lines).flatMap((line) => line.due));
    conduct.periods.forEach((period, i) => {
      const at = `/periods/${i}`;
      const params = { period: period.code };
      if (conduct.periods.findIndex((other) => other.code === period.code) < i) {
        this.fault(
          `${at}/code`,
          'code-twice',
          `Kỳ “${period.title}” trùng mã với một kỳ khác. Bỏ kỳ này rồi thêm lại.`,
          params,
        );
      }
      if (period.to < period.from) {
        this.fault(
          `${at}/to`,
          'period-backwards',
          `Kỳ “${period.title}” kết thúc trước khi bắt đầu. Sửa một trong hai ngày.`,
          params,
        );
      } else if (period.from < plan.from || period.to > plan.to) {
        const message = `Kỳ “${period.title}” có ngày nằm ngoài năm thi đua (${fullDay(plan.from)} đến ${fullDay(plan.to)}).`;
        this.warn(at, 'period-outside-year', message, params);
      }
      const due = period.due.slice(0, 10);
      if (due < plan.from || due > latest) {
        const message = `Hạn của kỳ “${period.title}” cần nằm từ ${fullDay(plan.from)} đến ${fullDay(latest)} (${graceDays} ngày sau khi năm kết thúc).`;
        this.fault(`${at}/due`, 'due-outside-year', message, params);
      } else if (due < period.from) {
        this.fault(`${at}/due`, 'due-before-period', `Hạn của kỳ “${period.title}” đến trước khi kỳ bắt đầu.`, params);
      }
      if (!used.has(period.code)) {
        this.warn(at, 'period-unused', `Chưa có tiêu chí nào báo cáo trong kỳ “${period.title}”.`, params);
      }
    });
  }

  private lines(): void {
    const placed = linesOf(this.plan);
    for (const { line, pointer } of placed) {
      if (conductOf(this.conduct, line.code) !== undefined) continue;
      if (line.code === '__proto__') {
        // JavaScript's own word: no object that was read from outside keeps an entry of this name.
        const message = 'Mã “__proto__” không dùng được làm mã tiêu chí. Đặt mã khác.';
        this.faults.push({ pointer: `/scoring${pointer}/code`, code: 'code-unusable', message });
        continue;
      }
      const message = `Tiêu chí ${line.code} chưa có phần tổ chức: kỳ báo cáo, ai nhập, ai thẩm định.`;
      this.fault('/lines', 'conduct-missing', message, { line: line.code });
    }
    for (const [code, lineConduct] of Object.entries(this.conduct.lines)) {
      const found = placed.find(({ line }) => line.code === code);
      const at = `/lines/${pointerStep(code)}`;
      if (found === undefined) {
        const message = `Không có tiêu chí ${code} trong phần tính điểm. Bỏ mục này, hoặc sửa mã.`;
        this.fault(at, 'line-unknown', message, { line: code });
      } else this.line(found, lineConduct, at);
    }
  }

  private line({ line }: PlacedLine, conduct: LineConduct, at: string): void {
    const params = { line: line.code };
    const say = (text: string) => `Tiêu chí ${line.code}: ${text}`;
    const titleOf = (code: string) => this.conduct.periods.find((period) => period.code === code)?.title ?? code;
    conduct.due.forEach((code, i) => {
      if (!this.conduct.periods.some((period) => period.code === code)) {
        this.fault(
          `${at}/due/${i}`,
          'period-unknown',
          say('báo cáo ở một kỳ không còn nữa. Chọn một kỳ trong danh sách kỳ.'),
          params,
        );
      } else if (conduct.due.indexOf(code) < i) {
        this.fault(`${at}/due/${i}`, 'period-twice', say(`kỳ “${titleOf(code)}” ghi hai lần. Bỏ một lần.`), params);
      }
    });
    const ways = accumulateWaysFor(line);
    if (!ways.includes(conduct.accumulate)) {
      const choices = ways.map((way) => `“${accumulateWords[way]}”`).join(', ');
      const text = `cách gộp “${accumulateWords[conduct.accumulate]}” không dùng được với quy tắc này. Chọn ${choices}.`;
      this.fault(`${at}/accumulate`, 'accumulate-unsuited', say(text), params);
    } else if (conduct.accumulate === 'sum' && line.unit?.trim() === '%' && conduct.due.length > 1) {
      const text = 'các tỷ lệ % của nhiều kỳ sẽ bị cộng lại (90 + 90 = 180). Có phải ý muốn là cộng tử số và mẫu số?';
      this.warn(`${at}/accumulate`, 'percentages-added', say(text), params);
    }
    if (conduct.targetFloor !== undefined && !takesOwnTarget(line)) {
      const text = 'mức sàn chỉ dùng khi đơn vị tự đăng ký chỉ tiêu. Bỏ mức sàn, hoặc đổi quy tắc.';
      this.fault(`${at}/targetFloor`, 'floor-without-target', say(text), params);
    }
    if (conduct.evidence.atLeast !== undefined && conduct.evidence.needed === 'no') {
      const text = 'đặt số minh chứng tối thiểu nhưng lại không cần minh chứng. Sửa một trong hai.';
      this.fault(`${at}/evidence/atLeast`, 'evidence-contradiction', say(text), params);
    }
    if (conduct.enteredBy !== 'unit' && conduct.evidence.needed === 'required') {
      const text = 'minh chứng bắt buộc chỉ đòi được khi đơn vị tự nhập số liệu.';
      this.warn(`${at}/evidence/needed`, 'evidence-of-others', say(text), params);
    }
    if (conduct.enteredBy === 'unit' && inputOf(line) === 'faults') {
      const text = 'đơn vị tự ghi lỗi của mình. Thường công đoàn cấp trên ghi các lỗi bị trừ điểm.';
      this.warn(`${at}/enteredBy`, 'unit-enters-faults', say(text), params);
    }
    if (inputOf(line) === 'points' && conduct.help === undefined) {
      this.warn(at, 'judged-without-help', say('do người chấm cho điểm, chưa có gợi ý mức.'), params);
    }
  }

  private signing(): void {
    const { signing } = this.conduct;
    if (signing.due !== undefined && signing.due.slice(0, 10) > this.plan.to) {
      this.warn('/signing/due', 'signing-after-year', 'Hạn ký giao ước đến sau khi năm thi đua đã kết thúc.');
    }
    if (new Set(signing.unitSigns).size < signing.unitSigns.length) {
      this.fault('/signing/unitSigns', 'code-twice', 'Một chức danh được ghi ký hai lần. Bỏ một lần.');
    }
  }
}
