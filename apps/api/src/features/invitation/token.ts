import { createHash } from 'node:crypto';
import { groupedDigits } from '../../security/grouped-digits.ts';
import type { Signer } from '../../security/signer.ts';

/**
 * The one-time token of an invitation, 80 bits as `K7QD-2MXF-9TBW-4HRC`.
 *
 * Worked out with the server's key instead of drawn, so that the same click sent twice answers with the same links (R2)
 * although the database keeps only the tokens' hashes.
 */
export function invitationToken(signer: Signer, clientId: string, membershipId: string): string {
  const secret = createHash('sha256')
    .update(signer.sign(`invitation:${clientId}:${membershipId}`))
    .digest();
  return groupedDigits(secret);
}

/** What of a token is hashed: as typed from paper, case, dashes and look-alikes do not matter. */
export function plainToken(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
