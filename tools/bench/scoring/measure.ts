/** What one method says of itself; times in milliseconds. */
export interface Measured {
  /** One entry for each repetition, warm-up left out. */
  readonly times: readonly number[];
  /** Units it scored in one repetition. */
  readonly units: number;
  /** Totals in hundredths by unit, grades (0 the best) and ranks where the method has them. */
  readonly totals: ArrayLike<number>;
  readonly grades?: ArrayLike<number>;
  readonly ranks?: ArrayLike<number>;
  /** Peak memory in MB where it is not that of this process (a server). */
  readonly peakElsewhere?: number;
  readonly note?: string;
}

/** Runs something so often that the median means something, after some runs that do not count. */
export async function repeat<T>(
  times: number,
  warmUp: number,
  work: () => T | Promise<T>,
): Promise<{ times: number[]; last: T }> {
  for (let index = 0; index < warmUp; index += 1) await work();
  const taken: number[] = [];
  let last: T | undefined;
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    last = await work();
    taken.push(performance.now() - start);
  }
  return { times: taken, last: last as T };
}

/** The shortest: what else the machine does can only make a run longer. */
export const best = (numbers: readonly number[]): number => Math.min(...numbers);

/** The middle one. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
