import type { Fault, Quota, Warning } from '../year-file/index.ts';
import type { StageCode, VerifiedBy } from './conduct.schema.ts';
import type { PlanDocument } from './document.ts';
import { conductOf, linesOf, pointerStep } from './document.ts';
import { stageWords } from './conduct-words.ts';

/**
 * What the product can carry out today. A plan may name more than this (the format has it, and earlier versions were
 * published with it); a new version that rests on it is refused, since every point that waits for it would be 0.
 * Whoever builds one of them adds it here.
 */
export const playable: {
  /** Steps whose verdict can be the final one. */
  readonly stages: readonly StageCode[];
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
  const last = playable.stages.map((code) => `“${stageWords[code]}”`).join(' hoặc ');
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  const titleOf = (stage: StageCode) => conduct.stages.find(({ code }) => code === stage)?.title || stageWords[stage];

  if (!playable.stages.includes(conduct.countsFrom))
    faults.push({
      pointer: '/conduct/countsFrom',
      code: 'stage-not-playable',
      params: { stage: conduct.countsFrom },
      message: `Kết quả cuối chưa lấy theo bước “${titleOf(conduct.countsFrom)}” được: phần mềm chưa có trang chấm cho bước này nên mọi điểm sẽ là 0. Ở “Kết quả cuối lấy theo”, chọn ${last}.`,
    });
  conduct.stages.forEach(({ code, title }, place) => {
    if (playable.stages.includes(code) || code === conduct.countsFrom) return;
    warnings.push({
      pointer: `/conduct/stages/${String(place)}`,
      code: 'stage-passed-over',
      params: { stage: code },
      message: `Bước “${title}” chưa có trang chấm trong phần mềm: bước này được bỏ qua, điểm vẫn tính theo bước “${titleOf(conduct.countsFrom)}”.`,
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
