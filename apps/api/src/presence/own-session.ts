import { tokenHash } from '../security/proofs.ts';
import type { Context } from '../trpc/context.ts';

/** What the database knows this request's session by; it answers for the account of an open session and for no other. */
export const ownSession = ({ token }: Pick<Context, 'token'>): Uint8Array => tokenHash(token ?? '');
