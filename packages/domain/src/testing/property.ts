import fc from 'fast-check';
import { test } from 'vitest';

const asked = Number(process.env['FC_RUNS'] ?? '1');
const seedOf = process.env['FC_SEED'];
/** Another one each time, unless FC_SEED asks for one again; it stands in the name of every property. */
const seed = seedOf === undefined ? Date.now() % 0x7fffffff : Number(seedOf);

/**
 * A property as a test. `runs` examples are tried; FC_RUNS multiplies them (FC_RUNS=20 for a long night), FC_SEED
 * replays the seed of a test's name. A failure shows the smallest example found.
 */
export function property<T>(name: string, runs: number, values: fc.Arbitrary<T>, holds: (value: T) => void): void {
  const numRuns = Math.max(1, Math.round(runs * asked));
  test(`${name} (${String(numRuns)} examples, seed ${String(seed)})`, { timeout: 120_000 * Math.max(1, asked) }, () => {
    fc.assert(fc.property(values, holds), { seed, numRuns });
  });
}
