import type { Ranking } from '../../year-file/plan.schema.ts';
import type { PlanNames } from './names.ts';

const places: Readonly<Record<Ranking['within'], string>> = {
  block: 'từng khối',
  cluster: 'từng cụm',
  federation: 'toàn bộ các đơn vị',
};

/** The keys that name no part of the plan; what comes first where two units are compared. */
export const plainKeys: Readonly<Record<string, string>> = {
  total: 'tổng điểm cao hơn',
  base: 'điểm cơ bản cao hơn',
  bonus: 'điểm thưởng cao hơn',
  penalty: 'bị trừ ít điểm hơn',
  previous: 'tổng điểm năm trước cao hơn',
  progress: 'tăng điểm nhiều hơn so với năm trước',
  lot: 'bốc thăm được số nhỏ hơn',
};

/** A ranking key as what puts one unit before another. */
export function rankingKeyInWords(key: string, names: PlanNames): string {
  if (key.startsWith('group:')) return `điểm ${names.group(key.slice(6))} cao hơn`;
  if (key.startsWith('line:')) return `điểm ${names.line(key.slice(5))} cao hơn`;
  return plainKeys[key] ?? key;
}

/** `Xếp hạng trong từng khối: tổng điểm cao hơn đứng trước; bằng nhau thì xét …; vẫn bằng nhau thì đồng hạng.` */
export function rankingInWords({ within, by }: Ranking, names: PlanNames): string {
  const [first, ...next] = by.map((key) => rankingKeyInWords(key, names));
  const more = next.map((words) => `; bằng nhau thì xét ${words}`).join('');
  return `Xếp hạng trong ${places[within]}: ${first ?? ''} đứng trước${more}; ${next.length > 0 ? 'vẫn ' : ''}bằng nhau thì đồng hạng.`;
}
