import type { Signing } from '../plan/conduct.schema.ts';
import { ok, refuse, type Result } from '../result.ts';
import { storedText } from '../text/normalize.ts';
import { mayPledge, type PledgeRecord, pledgeState } from './pledge-state.ts';

type HowSigned = Pick<Signing, 'unitSigns' | 'witness'>;

/** The unit does not sign, and says why. Refused once its side has signed. */
export function declinePledge(
  pledge: PledgeRecord,
  signing: HowSigned,
  reason: string,
): Result<PledgeRecord, 'pledge-step-not-now' | 'reason-needed'> {
  const state = pledgeState(pledge, signing);
  if (!mayPledge(state, 'decline')) return refuse('pledge-step-not-now', { state });
  const said = storedText(reason);
  return said === '' ? refuse('reason-needed') : ok({ ...pledge, declined: said, paperWaiting: false });
}

/** The officer offers a declined pledge again. */
export function offerAgain(pledge: PledgeRecord, signing: HowSigned): Result<PledgeRecord, 'pledge-step-not-now'> {
  const state = pledgeState(pledge, signing);
  if (!mayPledge(state, 'offerAgain')) return refuse('pledge-step-not-now', { state });
  const { declined: _, ...open } = pledge;
  return ok(open);
}

/**
 * The unit set its targets or changed them: the content has another hash, and signatures under the former one no longer
 * count. A witness who was early is asked again; once someone has signed for the unit itself this is refused.
 */
export function registerPledge(
  pledge: PledgeRecord,
  signing: HowSigned,
  hash: string,
): Result<PledgeRecord, 'pledge-step-not-now' | 'already-signed'> {
  const state = pledgeState(pledge, signing);
  if (!mayPledge(state, 'register')) return refuse('pledge-step-not-now', { state });
  const isSigned = pledge.signatures.some(({ party, hash: under }) => party === 'unit' && under === pledge.hash);
  if (isSigned && hash !== pledge.hash) return refuse('already-signed');
  return ok({ ...pledge, hash, registered: true });
}
