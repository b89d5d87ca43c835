import fc from 'fast-check';
import { test } from 'vitest';

const asked = Number(process.env['FC_RUNS'] ?? '1');
const seedOf = process.env['FC_SEED'];
/** Another one each time, unless FC_SEED asks for one again; it stands in the name of every property. */
const seed = seedOf === undefined ? Date.now() % 0x7fffffff : Number(seedOf);

/** Milliseconds for one property: a busy machine tries fewer examples, a failure is not made smaller for ever. */
const patience = 30_000 * Math.max(1, asked);

/**
 * A property as a test. `runs` examples are tried; FC_RUNS multiplies them (FC_RUNS=20 for a long night), FC_SEED
 * replays the seed of a test's name. A failure shows the smallest example found.
 */
export function property<T>(name: string, runs: number, values: fc.Arbitrary<T>, holds: (value: T) => void): void {
  const numRuns = Math.max(1, Math.round(runs * asked));
  test(`${name} (${String(numRuns)} examples, seed ${String(seed)})`, { timeout: 2 * patience }, () => {
    fc.assert(fc.property(values, holds), { seed, numRuns, interruptAfterTimeLimit: patience });
  });
}
