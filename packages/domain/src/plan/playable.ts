import type { Fault, Quota, Warning } from '../year-file/index.ts';
import type { StageKind, VerifiedBy } from './conduct.schema.ts';
import { countingStages, countsSelf } from './counting-stages.ts';
import type { PlanDocument } from './document.ts';
import { conductOf, linesOf, pointerStep } from './document.ts';
import { stageKindWords } from './conduct-words.ts';
import { kindOf } from './stage.ts';
import { verifyingStage } from './verifying-stage.ts';

/**
 * What the product can carry out today. A plan may name more than this (the format has it, and earlier versions were
 * published with it); a new version that rests on it is refused, since every point that waits for it would be 0.
 * Whoever builds one of them adds it here.
 */
export const playable: {
  /** Kinds of steps that have a page: what a unit sends, and the first verification of the federation. */
  readonly stages: readonly StageKind[];
  /** What may happen to equal units at a quota's edge. */
  readonly ties: readonly Quota['ties'][];
  /** Ranking keys, apart from those that name a group or a line. */
  readonly rankingKeys: readonly string[];
  /** Who has a sign-in to verify. */
  readonly verifiedBy: readonly VerifiedBy[];
} = {
  stages: ['self', 'federation'],
  ties: ['keep', 'drop'],
  rankingKeys: ['total', 'base', 'bonus', 'penalty', 'previous', 'progress'],
  verifiedBy: ['officer'],
};

/** What of a plan cannot be carried out yet: `faults` keep it from being published, `warnings` are passed over in scoring. */
export function notPlayable({ scoring, conduct }: PlanDocument): { faults: Fault[]; warnings: Warning[] } {
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  const verifying = verifyingStage(conduct);
  const counting = conduct.stages.find(({ code }) => code === conduct.countsFrom);
  /** Somebody can say something that counts: the federation at or before the step that counts, or the unit itself. */
  const counts = countsSelf(conduct) || countingStages(conduct).some(({ code }) => code === verifying);

  // A step that is not in the list is a fault of the plan itself, and told there.
  if (counting !== undefined && !counts)
    faults.push({
      pointer: '/conduct/countsFrom',
      code: 'stage-not-playable',
      params: { stage: conduct.countsFrom },
      message: `Kết quả cuối chưa lấy theo bước “${counting.title}” được: phần mềm chưa có trang chấm cho bước này, và trước đó không có bước nào chấm được, nên mọi điểm sẽ là 0. Thêm bước “${stageKindWords.federation}” trước bước này, hoặc ở “Kết quả cuối lấy theo”, chọn bước khác.`,
    });
  conduct.stages.forEach((stage, place) => {
    const { code, title } = stage;
    const kind = kindOf(stage);
    const hasPage = playable.stages.includes(kind) && (kind !== 'federation' || code === verifying);
    if (hasPage || (code === conduct.countsFrom && !counts)) return;
    warnings.push({
      pointer: `/conduct/stages/${String(place)}`,
      code: 'stage-passed-over',
      params: { stage: code },
      message: `Bước “${title}” chưa có trang chấm trong phần mềm: bước này được bỏ qua, điểm lấy theo bước gần nhất trước đó đã chấm.`,
    });
  });
  (scoring.quotas ?? []).forEach(({ code, ties }, place) => {
    if (playable.ties.includes(ties)) return;
    faults.push({
      pointer: `/scoring/quotas/${String(place)}/ties`,
      code: 'ties-not-playable',
      params: { quota: code },
      message: `Giới hạn thứ ${String(place + 1)}: chưa có chỗ để hội đồng quyết định khi các đơn vị bằng nhau. Chọn “cùng được giữ” hoặc “cùng xuống loại”.`,
    });
  });
  scoring.ranking.by.forEach((key, place) => {
    // A key the format does not have is a fault of the plan itself, and told there.
    if (key !== 'lot' || playable.rankingKeys.includes(key)) return;
    faults.push({
      pointer: `/scoring/ranking/by/${String(place)}`,
      code: 'ranking-key-not-playable',
      params: { key },
      message:
        'Xếp hạng chưa xét “bốc thăm” được vì chưa có chỗ ghi số thăm. Chọn mức so khác, hoặc bỏ mức này: vẫn bằng nhau thì đồng hạng.',
    });
  });
  for (const { line } of linesOf(scoring)) {
    const conducted = conductOf(conduct, line.code);
    if (!conducted || playable.verifiedBy.includes(conducted.verifiedBy)) continue;
    warnings.push({
      pointer: `/conduct/lines/${pointerStep(line.code)}/verifiedBy`,
      code: 'verifier-passed-over',
      params: { line: line.code },
      message: `Tiêu chí ${line.code}: đơn vị phối hợp chưa có tài khoản để thẩm định, nên cán bộ công đoàn thẩm định thay.`,
    });
  }
  return { faults, warnings };
}
