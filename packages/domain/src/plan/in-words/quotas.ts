import { formatNumber } from '../../words/numbers.ts';
import { isDecimal, printScaled } from '../../numbers/decimal.ts';
import { rational } from '../../numbers/rational.ts';
import { sharePercent } from '../../rules/phrases.ts';
import { capital } from '../../words/texts.ts';
import { roomOf } from '../../scoring/quota.ts';
import type { Quota } from '../../year-file/plan.schema.ts';
import type { PlanNames } from './names.ts';

const places: Readonly<Record<Quota['within'], string>> = {
  block: 'mỗi khối',
  cluster: 'mỗi cụm',
  federation: 'toàn bộ các đơn vị',
};
const roundings: Readonly<Record<Quota['rounding'], string>> = {
  floor: 'làm tròn xuống',
  'half-up': 'từ 0,5 thì làm tròn lên',
  ceil: 'làm tròn lên',
};
const ties: Readonly<Record<Quota['ties'], string>> = {
  keep: 'cùng được giữ',
  drop: 'cùng xuống loại dưới',
  decide: 'do hội đồng quyết định',
};

/** A pool nobody mistakes for their own, with a share that is no whole number. */
const examplePool = 34;

/** `20 % của 34 = 6,8 → 6`. */
export function quotaExample(quota: Quota, pool = examplePool): string {
  const { num, den } = rational(quota.share);
  // Hundredths are enough to see which way it is rounded; cut off, so that 6,999 is not shown as 7.
  const hundredths = (num * BigInt(pool) * 100n) / den;
  return `${sharePercent(quota.share)} của ${String(pool)} = ${formatNumber(printScaled(hundredths, 2))} → ${String(roomOf(quota, pool))}`;
}

/**
 * A quota in words with a worked example: `Mỗi khối có không quá 20 % số đơn vị được xếp loại đạt “Hoàn thành xuất sắc”, lẻ thì
 * làm tròn xuống; bằng nhau ở ranh giới thì cùng được giữ. Ví dụ: 20 % của 34 = 6,8 → 6.`
 *
 * @param pool how many units the example counts; without it one that is made up
 */
export function quotaInWords(quota: Quota, names: PlanNames, pool?: number): string {
  const of = quota.of === 'graded' ? 'số đơn vị được xếp loại' : `số đơn vị đạt ${names.grade(quota.of)} trở lên`;
  const place = places[quota.within];
  const known = isDecimal(quota.share);
  return (
    `${capital(place)}: ${names.grade(quota.grade)} không quá ${known ? sharePercent(quota.share) : quota.share || '…'} ${of}, ` +
    `lẻ thì ${roundings[quota.rounding]}; bằng nhau ở ranh giới thì ${ties[quota.ties]}.` +
    (known ? ` Ví dụ: ${quotaExample(quota, pool)} đơn vị.` : '')
  );
}
