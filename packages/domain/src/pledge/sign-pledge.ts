import type { Signing } from '../plan/conduct.schema.ts';
import { ok, refuse, type Result } from '../result.ts';
import {
  mayPledge,
  type PledgeRecord,
  pledgeState,
  type Signature,
  signaturesAsked,
  signaturesLeft,
} from './pledge-state.ts';

/** A signature about to be given: the content the signer saw, and how present the signer was. */
export type GivenSignature = Omit<Signature, 'party'>;

type HowSigned = Pick<Signing, 'unitSigns' | 'witness'>;

/** The record with the signature added, and where the pledge stands now. */
export type Signed = { readonly pledge: PledgeRecord; readonly signature: Signature };

/**
 * A person of the unit's side signs: an officer of the union, or the principal as witness, in any order. `open` are the own
 * targets still to be set; none may be missing when the unit itself signs.
 *
 * Refusals: `pledge-content-changed` (the signer saw another content), `capacity-not-asked`, `already-signed`,
 * `target-missing` (detail `lines`), `pledge-step-not-now` (declined, or complete).
 */
export function signPledge(
  pledge: PledgeRecord,
  signing: HowSigned,
  given: GivenSignature,
  open: readonly string[],
): Result<
  Signed,
  'pledge-content-changed' | 'capacity-not-asked' | 'already-signed' | 'target-missing' | 'pledge-step-not-now'
> {
  const asked = signaturesAsked(signing).find(
    ({ party, capacity }) => party !== 'federation' && capacity === given.capacity,
  );
  if (asked === undefined) return refuse('capacity-not-asked', { capacity: given.capacity });
  const isLeft = signaturesLeft(pledge, signing).some((left) => left.capacity === given.capacity);
  if (!isLeft) return refuse('already-signed', { capacity: given.capacity });
  const state = pledgeState(pledge, signing);
  if (!mayPledge(state, 'sign')) return refuse('pledge-step-not-now', { state });
  if (given.hash !== pledge.hash) return refuse('pledge-content-changed');
  if (asked.party === 'unit' && open.length > 0) return refuse('target-missing', { lines: open });
  return ok(withSignature(pledge, { ...given, party: asked.party }));
}

/**
 * The federation signs last, when every signature of the unit's side is there.
 * Refusals: `already-signed`, `pledge-step-not-now`, `pledge-content-changed`.
 */
export function countersignPledge(
  pledge: PledgeRecord,
  signing: HowSigned,
  given: Omit<GivenSignature, 'capacity'>,
): Result<Signed, 'already-signed' | 'pledge-step-not-now' | 'pledge-content-changed'> {
  const state = pledgeState(pledge, signing);
  if (state === 'countersigned') return refuse('already-signed', { capacity: 'officer' });
  if (!mayPledge(state, 'countersign')) return refuse('pledge-step-not-now', { state });
  if (given.hash !== pledge.hash) return refuse('pledge-content-changed');
  return ok(withSignature(pledge, { ...given, party: 'federation', capacity: 'officer' }));
}

function withSignature(pledge: PledgeRecord, signature: Signature): Signed {
  return { pledge: { ...pledge, signatures: [...pledge.signatures, signature] }, signature };
}
