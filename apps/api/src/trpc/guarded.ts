import type { ErrorCode } from '@giaouoc/domain/error-codes';
import { Refused } from './errors.ts';

/**
 * What PostgreSQL's guards answer when two honest requests cross, in our words. Everything else that a guard refuses is a
 * fault of the program: its procedure should have refused it first.
 */
const guards: Record<string, ErrorCode> = {
  /** A line was sent while a file was on its way to it. */
  GU001: 'figure-not-open',
  /** Two files came at one moment where there was room for one. */
  GU002: 'too-many-files',
  /** A step of the year was taken while somebody wrote in it. */
  GU003: 'year-not-open',
  /** A unit was left out of the year while somebody wrote for it. */
  GU004: 'unit-left-out',
};

/** The refusal for what a guard said; undefined for any other fault. */
export function guardRefusal(error: unknown): Refused | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code } = one as { code?: unknown };
    const refusal = typeof code === 'string' ? guards[code] : undefined;
    if (refusal) return new Refused(refusal);
  }
  return undefined;
}
