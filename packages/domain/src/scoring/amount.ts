import { decimalsOf, scaled } from '../numbers/decimal.ts';
import { bigInts, SAFE, toBig, type Int } from '../numbers/int.ts';
import type { FigureValue } from '../schema/figure.schema.ts';

/** A number as a fraction; big integers only where a double would not hold it. */
export interface Amount {
  num: Int;
  den: Int;
}

/** A number of the year file as a whole number of 10^-decimals. */
function whole(text: string, decimals: number): Int {
  // 15 digits are below 2^52; the text may hold a sign and a point beside them.
  if (text.length + decimals - decimalsOf(text) <= 15) {
    const point = text.indexOf('.');
    const digits = Number(point < 0 ? text : text.slice(0, point) + text.slice(point + 1));
    return digits * 10 ** (decimals - (point < 0 ? 0 : text.length - point - 1)) + 0;
  }
  return bigInts.of(scaled(text, decimals));
}

/** A number of the year file as a fraction. */
export function amountOf(text: string): Amount {
  const decimals = decimalsOf(text);
  const num = whole(text, decimals);
  const den = 10 ** decimals;
  return typeof num === 'number' ? { num, den } : { num, den: BigInt(den) as unknown as Int };
}

/** 100 · part / whole, exactly. */
export function percentageOf(part: string, of: string): Amount {
  const decimals = Math.max(decimalsOf(part), decimalsOf(of));
  const num = whole(part, decimals);
  const den = whole(of, decimals);
  if (typeof num === 'number' && typeof den === 'number' && num * 100 <= SAFE) return { num: num * 100, den };
  return { num: (100n * toBig(num)) as unknown as Int, den: toBig(den) as unknown as Int };
}

/** The figure of a rule that takes one number, as a fraction. */
export function figureAmount(figure: FigureValue): Amount | null {
  if (figure.value !== undefined) return amountOf(figure.value);
  if (figure.part !== undefined && figure.whole !== undefined) return percentageOf(figure.part, figure.whole);
  if (figure.points !== undefined) return amountOf(figure.points);
  if (figure.yes !== undefined) return { num: figure.yes ? 1 : 0, den: 1 };
  return null;
}

/** The size of a fraction for `reach`: never below 1, so that it can be multiplied on. */
export const sizeOf = (num: number, den: number): number => Math.max(Math.abs(num), den, 1);
