import type { PledgeState } from './pledge-state.ts';
import { pledgeStateWords } from './pledge-state.ts';

/** A published plan version, and what its publisher said of signatures. */
export type VersionAsked = { readonly version: number; readonly needsSignature: boolean };

/** A version whose pledge the unit's side has signed. */
export type SignedVersion = { readonly version: number; readonly countersigned: boolean };

/**
 * The version whose pledge is signed today: the latest for which its publisher asks a signature. A later one of which the
 * publisher said that no signature is needed leaves the pledge where it is; a year's first version is always signed.
 */
export function versionToSign(versions: readonly VersionAsked[]): number {
  return Math.max(1, ...versions.filter(({ needsSignature }) => needsSignature).map(({ version }) => version));
}

/** Of stored pledges of one unit, those that its side has signed, oldest first. */
export function signedVersions(
  pledges: readonly { readonly version: number; readonly state: string }[],
): SignedVersion[] {
  return pledges
    .filter(({ state }) => state === 'signed' || state === 'countersigned')
    .map(({ version, state }) => ({ version, countersigned: state === 'countersigned' }))
    .sort((a, b) => a.version - b.version);
}

/**
 * What a unit signs as on a version: 0 for the pledge itself, `n` for its n-th addendum. It counts what this unit has
 * really signed before, so a unit that signed nothing signs the pledge, whatever the version is.
 */
export function addendumNumber(signed: readonly SignedVersion[], version: number): number {
  return signed.filter((one) => one.version < version).length;
}

/** What a signed or offered paper is called. */
export function pledgeName(addendum: number): string {
  return addendum === 0 ? 'Giao ước thi đua' : `Phụ lục giao ước số ${addendum}`;
}

/** A unit's standing on the version to sign: its pledge's state (null before it is offered) and what it signed before. */
export type Standing = { readonly state: PledgeState | null; readonly signedBefore: number | null };

/** Has this unit a pledge of its own in force, be it an earlier version whose addendum is still to be signed? */
export function hasPledged({ state, signedBefore }: Standing): boolean {
  return signedBefore !== null || state === 'signed' || state === 'countersigned';
}

/** Has it signed an earlier version, and is its addendum still to be signed (offered or not)? */
export function awaitsAddendum({ state, signedBefore }: Standing): boolean {
  return signedBefore !== null && state !== 'signed' && state !== 'countersigned';
}

/** A standing as people read it: "Đã ký bản 1, chờ phụ lục". */
export function standingWords({ state, signedBefore }: Standing): string {
  if (signedBefore === null) return state === null ? 'Chưa mời ký' : pledgeStateWords(state);
  const before = `Đã ký bản ${signedBefore}`;
  switch (state) {
    case null:
      return `${before}, chưa mời ký phụ lục`;
    case 'offered':
    case 'registered':
      return `${before}, chờ phụ lục`;
    case 'paper':
      return `${before}, phụ lục giấy chờ xác nhận`;
    case 'declined':
      return `${before}, không ký phụ lục`;
    case 'signed':
      return 'Đơn vị đã ký phụ lục';
    case 'countersigned':
      return 'Đã ký đủ phụ lục';
    default:
      return never(state);
  }
}

function never(state: never): never {
  throw new TypeError(`no such state: ${String(state)}`);
}
