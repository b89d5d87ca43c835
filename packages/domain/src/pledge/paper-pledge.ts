import type { Signing } from '../plan/conduct.schema.ts';
import { addDays, type Day } from '../period/local-time.ts';
import { ok, refuse, type Result } from '../result.ts';
import { storedText } from '../text/normalize.ts';
import { mayPledge, type PledgeRecord, pledgeState, type Signature, signaturesLeft } from './pledge-state.ts';

/** Where a sheet signed on paper stands: sent, and what the officer said of it. */
export const paperStates = ['waiting', 'confirmed', 'refused'] as const;
export type PaperState = (typeof paperStates)[number];

type HowSigned = Pick<Signing, 'unitSigns' | 'witness'>;

/** How long before a year begins its pledges may have been signed: conferences are held in the summer before. */
const daysBeforeYear = 366;

/**
 * A photo of the sheet signed in ink has arrived; it counts as nothing until the officer confirms it. `signedOn` is the day
 * on the sheet: not to come yet, and not of a year before.
 */
export function sendPaper(
  pledge: PledgeRecord,
  signing: HowSigned,
  open: readonly string[],
  { signedOn, yearFrom, today }: { signedOn: Day; yearFrom: Day; today: Day },
): Result<PledgeRecord, 'pledge-step-not-now' | 'target-missing' | 'day-out-of-reach'> {
  const from = addDays(yearFrom, -daysBeforeYear);
  if (signedOn < from || signedOn > today) return refuse('day-out-of-reach', { from, to: today });
  const state = pledgeState(pledge, signing);
  if (!mayPledge(state, 'sendPaper')) return refuse('pledge-step-not-now', { state });
  if (open.length > 0) return refuse('target-missing', { lines: open });
  return ok({ ...pledge, paperWaiting: true });
}

/**
 * The officer has compared the photo with the pledge: every signature of the unit's side that was still to come is given,
 * with the strength `paper`. `hash` is the content printed on the sheet; another one is refused.
 */
export function confirmPaper(
  pledge: PledgeRecord,
  signing: HowSigned,
  hash: string,
  at: string,
): Result<
  { readonly pledge: PledgeRecord; readonly signatures: readonly Signature[] },
  'pledge-step-not-now' | 'pledge-content-changed'
> {
  const state = pledgeState(pledge, signing);
  if (!mayPledge(state, 'confirmPaper')) return refuse('pledge-step-not-now', { state });
  if (hash !== pledge.hash) return refuse('pledge-content-changed');
  const signatures = signaturesLeft(pledge, signing)
    .filter(({ party }) => party !== 'federation')
    .map((asked): Signature => ({ ...asked, strength: 'paper', hash, at }));
  return ok({
    pledge: { ...pledge, paperWaiting: false, signatures: [...pledge.signatures, ...signatures] },
    signatures,
  });
}

/** The officer cannot accept the sheet, and says why; the unit can sign here or send another. */
export function refusePaper(
  pledge: PledgeRecord,
  signing: HowSigned,
  reason: string,
): Result<PledgeRecord, 'pledge-step-not-now' | 'reason-needed'> {
  const state = pledgeState(pledge, signing);
  if (!mayPledge(state, 'refusePaper')) return refuse('pledge-step-not-now', { state });
  return storedText(reason) === '' ? refuse('reason-needed') : ok({ ...pledge, paperWaiting: false });
}
