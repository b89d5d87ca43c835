import { z } from 'zod';
import { hashOf } from '../hash/index.ts';
import { firstHead, headAfter, leafOf } from './chain.ts';
import { eventId, microInstant, type AuditEvent } from './event.ts';
import { wellFormed } from './well-formed.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** The seal of a run of a federation's events, as it is stored, exported and published. */
export const sealSchema = z.strictObject({
  format: z.literal('giaouoc-audit/1'),
  federation: z.string().refine(wellFormed),
  /** The first and the last id sealed. */
  from: eventId,
  to: eventId,
  /** The head before and after; hex. */
  previous: hex,
  head: hex,
  at: microInstant,
  /** Id and leaf of each event, in the order of the ids. */
  events: z.array(z.tuple([eventId, hex])),
  /** The server's Ed25519 signature, base64, of what `signedOf` gives. */
  signature: z.string(),
});
export type Seal = z.infer<typeof sealSchema>;
export type UnsignedSeal = Omit<Seal, 'signature'>;

/**
 * The next seal of a federation's chain, still to be signed.
 *
 * @param previous head of the seal before; left out for the first one.
 * @param events of one federation, in the order of their ids, at least one.
 * @param at when it is sealed, in UTC with six decimals.
 */
export function sealEvents(events: readonly AuditEvent[], at: string, previous = firstHead): UnsignedSeal {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) throw new RangeError('nothing to seal');
  const leaves = events.map((event): [number, string] => [event.id, leafOf(event)]);
  return {
    format: 'giaouoc-audit/1',
    federation: first.federation,
    from: first.id,
    to: last.id,
    previous,
    head: leaves.reduce((head, [, leaf]) => headAfter(head, leaf), previous),
    at,
    events: leaves,
  };
}

/** What is signed of a seal: the hash of everything but the signature. */
export function signedOf(seal: UnsignedSeal & { signature?: string }): string {
  const { signature: _, ...unsigned } = seal;
  return hashOf(unsigned);
}
