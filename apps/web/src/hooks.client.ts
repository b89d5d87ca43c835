import type { HandleClientError } from '@sveltejs/kit/hooks';
import { general } from '@giaouoc/domain/messages/general';

/** Faults in the browser. Imports two sentences, not all of them: this is in every page. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return error;
  // A failed fetch while changing pages: the network, or a server that stopped.
  const code = error instanceof TypeError ? 'server-unreachable' : 'unexpected';
  return { code, message: general[code].vi };
};
