import { formatPoints } from '@giaouoc/domain/numbers/format';

/** Points of the engine as they are printed: `1234.5` → `1.234,50`, with a real minus sign. */
export function pointsText(points: string): string {
  return formatPoints(points).replace(/^-/, '−');
}
