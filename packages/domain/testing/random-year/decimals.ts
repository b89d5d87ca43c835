import type { Choices } from './choices.ts';

/** Numbers while a year is being built: millionths, the finest step a year file can write. */
export type Micros = bigint;

export const ONE: Micros = 1_000_000n;

/** The step of numbers that may have at most so many decimals. */
export const stepOf = (places: number): Micros => 10n ** BigInt(6 - places);

/** The shortest way to write it, or one with zeros behind. */
export function decimal(micros: Micros, zeros = 0): string {
  const magnitude = micros < 0n ? -micros : micros;
  const fraction = (magnitude % ONE).toString().padStart(6, '0').replace(/0+$/, '').padEnd(zeros, '0');
  const text = (magnitude / ONE).toString() + (fraction === '' ? '' : `.${fraction}`);
  return micros < 0n ? `-${text}` : text;
}

/** A number as people and programs write it: sometimes with zeros behind, zero sometimes as "-0". */
export function written(choices: Choices, micros: Micros): string {
  if (micros === 0n && choices.chance(5)) return '-0';
  return decimal(micros, choices.chance(10) ? choices.between(1, 6) : 0);
}

/** A multiple of `step` from `least` to `most`, often an end or close to one. */
export function microsBetween(choices: Choices, least: Micros, most: Micros, step: Micros = 1n): Micros {
  const first = least % step === 0n ? least : (least / step + (least > 0n ? 1n : 0n)) * step;
  const count = (most - first) / step;
  if (count <= 0n) return first;
  const where = choices.below(8);
  if (where === 0) return first + count * step;
  if (where === 1) return first;
  if (where === 2) return first + (count / 2n) * step;
  const large = BigInt(choices.below(0x100000)) * 0x100000n + BigInt(choices.below(0x100000));
  return first + (large % (count + 1n)) * step;
}

/** A number of any size a year file can hold, both signs. */
export function anyMicros(choices: Choices): Micros {
  const size = choices.pick([100n, 10n, 1000n, 999_999_999_999_999n]);
  const micros = microsBetween(choices, 0n, size * ONE, choices.pick([ONE, ONE / 2n, ONE / 100n, 1n]));
  return choices.chance(25) ? -micros : micros;
}

/** A number near another one, such as a figure near its target: equal to it often, a hair beside it often enough. */
export function near(choices: Choices, center: Micros): Micros {
  switch (choices.below(8)) {
    case 0:
    case 1:
      return center;
    case 2:
      return center + 1n;
    case 3:
      return center - 1n;
    case 4:
      return center / 2n;
    case 5:
      return (center * BigInt(choices.between(1, 20))) / 10n;
    case 6:
      return center + BigInt(choices.between(-5, 5)) * ONE;
    default:
      return anyMicros(choices);
  }
}

/** Kept within what 15 digits can write. */
export function within15(micros: Micros): Micros {
  const limit = 999_999_999_999_999n * ONE;
  return micros > limit ? limit : micros < -limit ? -limit : micros;
}
