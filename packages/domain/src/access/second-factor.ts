import { storedLine } from '../text/normalize.ts';
import { ok, refuse, type Result } from '../result.ts';

/** RFC 6238 as every authenticator app speaks it: six digits, SHA-1, a new code each 30 seconds. */
export const totpShape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** How many codes for a lost telephone one gets, each good once. */
export const recoveryCodeCount = 10;

/** The step of 30 seconds an instant lies in. */
export const stepOf = (instant: number): number => Math.floor(instant / 1000 / totpShape.period);

/** How many steps a telephone's clock may be off either way. */
export const stepsOff = 1;

/**
 * Whether the code of a step may be used after the last one that was: each step once, and none from before (RFC 6238, 5.2).
 * `step` is undefined where the code fits no step. Refuses with `wrong-totp` or `totp-used`.
 */
export function checkStep(step: number | undefined, last: number): Result<number, 'wrong-totp' | 'totp-used'> {
  if (step === undefined) return refuse('wrong-totp');
  return step > last ? ok(step) : refuse('totp-used');
}

/** What somebody typed as the second factor: six digits of the app, else one of the recovery codes. */
export function readSecondFactor(typed: string): { kind: 'totp' | 'recovery'; code: string } {
  const code = storedLine(typed.normalize('NFKC')).replace(/[\s.-]/g, '');
  return /^\d{6}$/.test(code)
    ? { kind: 'totp', code }
    : // Crockford's digits: look-alikes mean what they look like.
      { kind: 'recovery', code: code.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1') };
}
