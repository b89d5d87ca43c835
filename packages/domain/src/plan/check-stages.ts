import { addDays, instantOf } from '../period/local-time.ts';
import type { Fault, Plan, Warning } from '../year-file/index.ts';
import { fullDay } from '../words/times.ts';
import { seenThingWords, seenWhenWords, stageKindWords, viewerWords } from './conduct-words.ts';
import type { Conduct, Stage } from './conduct.schema.ts';
import { linesOf } from './document.ts';
import { kindOf, kindOfCode } from './stage.ts';
import { verifyingStage } from './verifying-stage.ts';
import { mayBeSeen, visibilityCells } from './visibility.ts';

/** Committees meet a while after the year's last day. */
const graceDays = 180;

/** What is to be said about the stages of judging, which one counts, and who sees what when; pointers into the document. */
export function checkStages(plan: Plan, conduct: Conduct): { faults: Fault[]; warnings: Warning[] } {
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  const add =
    (list: Fault[]) =>
    (pointer: string, code: string, message: string, params: Fault['params'] = {}) =>
      void list.push({ pointer: `/conduct${pointer}`, code, params, message });
  const [fault, warn] = [add(faults), add(warnings)];
  const { stages, countsFrom, unverifiedCounts, visibility } = conduct;
  const codes = new Set(linesOf(plan).map(({ line }) => line.code));
  const verifying = verifyingStage(conduct);

  stages.forEach((stage, i) => {
    const at = `/stages/${String(i)}`;
    const { code, title, opens, closes, lines, peer } = stage;
    const params = { stage: code };
    const implied = kindOfCode(code);
    if (stages.findIndex((other) => other.code === code) < i)
      fault(`${at}/code`, 'code-twice', `Bước chấm “${title}” ghi hai lần. Bỏ một lần.`, params);
    if (stage.kind === undefined && implied === undefined)
      fault(at, 'stage-kind-missing', `Bước “${title}” chưa ghi ai chấm. Chọn loại bước.`, params);
    else if (stage.kind !== undefined && implied !== undefined && implied !== stage.kind) {
      const message = `Bước “${title}”: mã “${code}” là mã của loại “${stageKindWords[implied]}”. Đặt mã khác.`;
      fault(`${at}/code`, 'stage-code-misleading', message, params);
    }
    if (kindOf(stage) === 'self' && i > 0) {
      const message = `Bước “${title}” phải đứng trước bước đã ghi phía trên nó. Đổi lại thứ tự.`;
      fault(at, 'stage-order', message, params);
    }
    if (peer !== undefined && kindOf(stage) !== 'peer') {
      const message = `Bước “${title}” không phải chấm chéo nên không có số người chấm. Bỏ mục này.`;
      fault(`${at}/peer`, 'stage-setting-unsuited', message, params);
    }
    if (opens !== undefined && closes !== undefined && instantOf(closes) <= instantOf(opens)) {
      const message = `Bước “${title}” đóng trước khi mở. Sửa một trong hai mốc.`;
      fault(`${at}/closes`, 'stage-backwards', message, params);
    }
    checkWindow(stage, at);
    if (lines === undefined) return;
    if (code === verifying) {
      const message = `Bước “${title}” là lần thẩm định đầu tiên nên thẩm định mọi tiêu chí. Bỏ danh sách tiêu chí ở bước này.`;
      fault(`${at}/lines`, 'stage-lines-verifying', message, params);
    }
    lines.forEach((line, j) => {
      const where = `${at}/lines/${String(j)}`;
      if (!codes.has(line))
        fault(where, 'line-unknown', `Bước “${title}”: không có tiêu chí ${line}. Sửa mã, hoặc bỏ.`, { line });
      else if (lines.indexOf(line) < j)
        fault(where, 'line-twice', `Bước “${title}”: tiêu chí ${line} ghi hai lần. Bỏ một lần.`, { line });
    });
  });

  const counting = stages.find((stage) => stage.code === countsFrom);
  if (counting === undefined) {
    const message =
      'Bước chấm được tính làm kết quả cuối không có trong danh sách các bước. Chọn một bước có trong danh sách.';
    fault('/countsFrom', 'stage-unknown', message);
  } else if (kindOf(counting) === 'self' && !unverifiedCounts) {
    const message =
      'Kết quả lấy theo tự chấm, nhưng số liệu chưa thẩm định lại không được tính: mọi đơn vị sẽ có 0 điểm.';
    warn('/unverifiedCounts', 'nothing-counts', message);
  }

  for (const { viewer, what, when } of visibilityCells(visibility ?? {})) {
    if (mayBeSeen(viewer, what, when)) continue;
    const message = `${viewerWords[viewer]}, ${seenThingWords[what]}: không chọn được “${seenWhenWords[when]}”. Chọn mức khác.`;
    fault(`/visibility/${viewer}/${what}`, 'visibility-unsuited', message, { viewer, what });
  }
  return { faults, warnings };

  function checkWindow({ title, code, opens, closes }: Stage, at: string): void {
    const latest = addDays(plan.to, graceDays);
    for (const [field, moment] of [
      ['opens', opens],
      ['closes', closes],
    ] as const) {
      const day = moment?.slice(0, 10);
      if (day === undefined || (day >= plan.from && day <= latest)) continue;
      const message = `Bước “${title}”: mốc ${fullDay(day)} cách xa năm thi đua (${fullDay(plan.from)} đến ${fullDay(plan.to)}). Xem lại năm.`;
      warn(`${at}/${field}`, 'stage-outside-year', message, { stage: code });
    }
  }
}
