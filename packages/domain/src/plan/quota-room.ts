import { roomOf } from '../scoring/quota.ts';
import type { Plan, Warning } from '../year-file/index.ts';
import { namesOf } from './in-words/names.ts';
import { quotaExample } from './in-words/quotas.ts';
import { isDecimal } from '../numbers/decimal.ts';

/** A block or cluster of a year with how many units take part in it. */
export type Place = { code: string; name: string; units: number };

/** Where units are counted for quotas. */
export type YearPlaces = { blocks: readonly Place[]; clusters: readonly Place[] };

/**
 * Quotas that leave no place somewhere even if every unit there is graded: 20 % of a block of two, rounded down. Nobody there
 * could ever have the grade, which is seldom meant.
 */
export function quotasWithoutRoom(plan: Pick<Plan, 'quotas' | 'groups' | 'grades'>, places: YearPlaces): Warning[] {
  const names = namesOf(plan);
  const all = { code: '', name: 'Toàn bộ', units: places.blocks.reduce((sum, { units }) => sum + units, 0) };
  return (plan.quotas ?? []).flatMap((quota, at) => {
    // A share of nothing, or what is no number yet, is told elsewhere.
    if (!isDecimal(quota.share) || !/[1-9]/.test(quota.share)) return [];
    const counted = { block: places.blocks, cluster: places.clusters, federation: [all] }[quota.within] ?? [];
    return counted
      .filter(({ units }) => units > 0 && roomOf(quota, units) === 0)
      .map(({ code, name, units }): Warning => ({
        pointer: `/scoring/quotas/${String(at)}/share`,
        code: 'quota-no-room',
        params: { place: code, units },
        message: `${name} có ${String(units)} đơn vị: ${quotaExample(quota, units)}, nên không đơn vị nào được xếp loại ${names.grade(quota.grade)}. Nếu không muốn vậy, đổi cách làm tròn hoặc đặt giới hạn trong phạm vi lớn hơn.`,
      }));
  });
}
