import fc from 'fast-check';

/**
 * A tape of numbers from which a builder takes its decisions one after the other. At its end every further choice is the
 * first (and plainest) one, so that fast-check, by shortening the tape and lowering its numbers, shrinks a whole year to
 * a small one without knowing what a year is.
 */
export class Choices {
  readonly #tape: readonly number[];
  #next = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  /** A whole number from 0 to limit − 1. */
  below(limit: number): number {
    const value = this.#tape[this.#next] ?? 0;
    this.#next += 1;
    return value % limit;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in a hundred; false at the end of the tape. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** One entry of a list that has some; the first one at the end of the tape. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** Each entry with this chance, in order. */
  some<T>(list: readonly T[], percent: number): T[] {
    return list.filter(() => this.chance(percent));
  }

  /** At least one entry, in order. */
  atLeastOne<T>(list: readonly T[], percent: number): T[] {
    const chosen = this.some(list, percent);
    return chosen.length > 0 ? chosen : [this.pick(list)];
  }

  /** The same entries in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    const out: T[] = [];
    while (rest.length > 0) out.push(...rest.splice(this.below(rest.length), 1));
    return out;
  }

  /** The same every time this chance is met, otherwise nothing: for optional keys. */
  maybe<T>(percent: number, make: () => T): T | undefined {
    return this.chance(percent) ? make() : undefined;
  }
}

/** An arbitrary of whatever a builder makes of a tape. */
export function fromChoices<T>(build: (choices: Choices) => T, longest = 3000): fc.Arbitrary<T> {
  return fc
    .array(fc.noBias(fc.nat({ max: 0xfffff })), { maxLength: longest, size: 'max' })
    .map((tape) => build(new Choices(tape)));
}

/** An object without the keys whose value is undefined, as JSON has it. */
export function compact<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
