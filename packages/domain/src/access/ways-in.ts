import { normalizedSecret, storedLine } from '../text/normalize.ts';
import { ok, refuse, type Result } from '../result.ts';

/** The shortest password taken; a short sentence is easier to remember than a short riddle. */
export const passwordMin = 8;

const sixDigits = /^\d{6}$/;
const ascending = '01234567890123456789';
const descending = '98765432109876543210';
/** Walked on the keypad or simply famous: first things a finder of the phone tries. */
const famous = new Set(['147258', '258369', '159753', '357951', '142536', '696969', '246810', '135790']);

/**
 * Whether six digits may serve as proof of presence (A4): not all from one or two repeated pieces (`000000`, `121212`,
 * `123123`, `112233`), not counting up or down (`123456`, `987654`), not one of the famous ones.
 * Refuses with `code-too-simple`, also for anything but six digits.
 */
export function checkCode(code: string): Result<string, 'code-too-simple'> {
  const simple =
    !sixDigits.test(code) ||
    /^(\d{1,3})\1+$/.test(code) ||
    /^(\d)\1(\d)\2(\d)\3$/.test(code) ||
    /^(\d)\1{2}(\d)\2{2}$/.test(code) ||
    ascending.includes(code) ||
    descending.includes(code) ||
    famous.has(code);
  return simple ? refuse('code-too-simple') : ok(code);
}

/** Whether a password, typed twice, will do. Length is all that is asked: rules about signs make worse passwords. */
export function checkPassword(
  password: string,
  again: string,
): Result<string, 'password-too-short' | 'passwords-differ'> {
  if ([...password].length < passwordMin) return refuse('password-too-short', { min: passwordMin });
  if (normalizedSecret(password) !== normalizedSecret(again)) return refuse('passwords-differ');
  return ok(password);
}

/**
 * A user name as it is stored: lower case, plain letters, digits, dots and hyphens, 3 to 40 of them, at least one letter
 * (so that it is never taken for a phone number). Refuses with `user-name-shape`.
 */
export function checkUserName(typed: string): Result<string, 'user-name-shape'> {
  const name = storedLine(typed).toLowerCase();
  const shaped = /^[a-z0-9][a-z0-9.-]{1,38}[a-z0-9]$/.test(name) && /[a-z]/.test(name);
  return shaped ? ok(name) : refuse('user-name-shape');
}
