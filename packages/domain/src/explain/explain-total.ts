import { formatPoints, formatNumber } from '../words/numbers.ts';
import type { Plan } from '../year-file/plan.schema.ts';
import { earned, listedUnits, promised } from '../rules/phrases.ts';
import { listed } from '../words/texts.ts';
import type { GradeWhy, GroupWhy, QuotaWhy, RankNeighbour, RankWhy, TotalWhy } from '../scoring/why/whys.ts';

const titleOf = (list: readonly { code: string; title: string }[] | undefined, code: string): string =>
  (list ?? []).find((entry) => entry.code === code)?.title || code;

/** Why a group has its points. */
export function explainGroup(why: GroupWhy): string {
  if (why.limit === 'max')
    return `Cộng được ${formatPoints(why.sum)} nhưng nhóm này nhiều nhất ${promised(why.points)}.`;
  if (why.limit === 'min')
    return `Cộng được ${formatPoints(why.sum)} nhưng nhóm này không thấp hơn ${promised(why.points)}.`;
  return `Cộng các tiêu chí được ${earned(why.points)}.`;
}

/** How the total came about. */
export function explainTotal(why: TotalWhy, plan: Plan): string {
  const said: string[] = [];
  if (why.rescale !== null && !/[1-9]/.test(why.rescale.possible))
    said.push(`Bỏ tiêu chí ${listed(why.rescale.lines)} thì không còn điểm cơ bản nào để tính.`);
  else if (why.rescale !== null)
    said.push(
      `Bỏ tiêu chí ${listed(why.rescale.lines)} nên điểm cơ bản quy đổi: ` +
        `${formatPoints(why.earned)} × ${formatNumber(why.rescale.scale)} ÷ ${formatNumber(why.rescale.possible)} = ${earned(why.base)}.`,
    );
  if (why.bonus.limit === 'max')
    said.push(`Điểm thưởng cộng được ${formatPoints(why.bonus.sum)}, chỉ tính ${earned(why.bonus.points)}.`);
  if (why.penalty.limit === 'min')
    said.push(`Điểm trừ cộng lại ${formatPoints(why.penalty.sum)}, chỉ tính ${earned(why.penalty.points)}.`);
  said.push(
    `Điểm cơ bản ${formatPoints(why.base)}, thưởng ${formatPoints(why.bonus.points)}, trừ ${formatPoints(why.penalty.points.replace('-', ''))}: ` +
      `cộng ${earned(why.sum)}.`,
  );
  if (why.limit === 'max') said.push(`Tổng điểm nhiều nhất là ${promised(why.beforeGates)}.`);
  if (why.limit === 'min') said.push('Tổng điểm không xuống dưới 0.');
  if (why.cappedBy !== null)
    said.push(`Vướng “${titleOf(plan.gates, why.cappedBy)}” nên tổng điểm chỉ còn ${earned(why.total)}.`);
  return said.join(' ');
}

/** Why this grade and not a better one (before quotas). */
export function explainGrade(why: GradeWhy, plan: Plan): string {
  if (why.notGraded === 'nothing-assigned') return 'Không được giao tiêu chí nào nên không xếp loại.';
  if (why.notGraded !== null) return `Vướng “${titleOf(plan.gates, why.notGraded)}” nên không xếp loại.`;
  const given = `Được ${earned(why.total)}, xếp loại ${titleOf(plan.grades, why.grade ?? '')}`;
  const better = why.steps.filter((step) => !step.passed).at(-1);
  if (better?.stoppedBy == null) return `${given}.`;
  const name = titleOf(plan.grades, better.grade);
  switch (better.stoppedBy.kind) {
    case 'from':
      return `${given}; còn thiếu ${earned(better.stoppedBy.short)} để được ${name} (từ ${formatNumber(better.from ?? '0')}).`;
    case 'requires':
      return `${given}; đủ điểm ${name} nhưng chưa đạt điều kiện kèm theo của loại này.`;
    case 'gate':
      return `${given}; đủ điểm ${name} nhưng vướng “${titleOf(plan.gates, better.stoppedBy.gate)}”.`;
  }
}

/** A ranking key in words. */
export function keyInWords(key: string, plan: Plan): string {
  const plain: Readonly<Record<string, string>> = {
    total: 'tổng điểm',
    base: 'điểm cơ bản',
    bonus: 'điểm thưởng',
    penalty: 'điểm trừ',
    previous: 'điểm năm trước',
    progress: 'mức tăng so với năm trước',
    lot: 'số bốc thăm',
  };
  if (key.startsWith('group:')) return `điểm nhóm ${groupTitle(plan.groups, key.slice(6)) ?? key.slice(6)}`;
  if (key.startsWith('line:')) return `điểm tiêu chí ${key.slice(5)}`;
  return plain[key] ?? key;
}

function groupTitle(groups: Plan['groups'] | undefined, code: string): string | null {
  for (const group of groups ?? []) {
    if (group.code === code) return group.title === '' ? code : group.title;
    const below = groupTitle(group.groups, code);
    if (below !== null) return below;
  }
  return null;
}

/** What separated a unit from those ranked around it. */
export function explainRank(why: RankWhy, plan: Plan): string {
  if (why.rank === null) return 'Không xếp hạng vì không được xếp loại.';
  const shared = why.sharedWith.length === 0 ? '' : `, bằng với ${listedUnits(why.sharedWith)} ở mọi tiêu chí so`;
  const said = [`Hạng ${String(why.rank)}/${String(why.of)}${shared}.`];
  if (why.above !== null) said.push(`Sau ${why.above.unit} vì ${versus(why.above, plan)}.`);
  if (why.below !== null) said.push(`Trước ${why.below.unit} vì ${versus(why.below, plan)}.`);
  return said.join(' ');
}

function versus({ key, own, other }: RankNeighbour, plan: Plan): string {
  const name = keyInWords(key, plan);
  if (own === null) return `không có ${name}`;
  if (other === null) return `đơn vị đó không có ${name}`;
  return `${name} là ${formatNumber(own)} so với ${formatNumber(other)}`;
}

/** Who was cut by a quota and why. */
export function explainQuota(why: QuotaWhy, plan: Plan): string {
  const name = titleOf(plan.grades, why.grade);
  const room = `Loại ${name} có ${String(why.room)} chỗ (tính trên ${String(why.pool)} đơn vị) cho ${String(why.candidates)} đơn vị đủ điều kiện`;
  const at = `đơn vị đứng thứ ${String(why.position)}`;
  switch (why.outcome) {
    case 'kept':
      return `${room}; ${at} nên giữ loại này.`;
    case 'cut':
      return `${room}; ${at} nên xuống loại kế tiếp.`;
    case 'tie-kept':
      return `${room}; ${at}, bằng với đơn vị ở chỗ cuối nên cùng giữ loại này.`;
    case 'tie-dropped':
      return `${room}; ${at}, bằng với đơn vị không còn chỗ nên cùng xuống loại kế tiếp.`;
    case 'undecided':
      return `${room}; ${at}, bằng nhau ở chỗ cuối, chờ hội đồng quyết định.`;
    case 'decided-kept':
      return `${room}; ${at}, bằng nhau ở chỗ cuối, hội đồng quyết định giữ loại này: ${why.reason ?? ''}.`;
    case 'decided-cut':
      return `${room}; ${at}, bằng nhau ở chỗ cuối, hội đồng quyết định đơn vị khác: ${why.reason ?? ''}.`;
  }
}
