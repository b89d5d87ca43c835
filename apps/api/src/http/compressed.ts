import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import { sessionCookie } from '../features/session/sign-in.ts';

/** Below this the headers weigh more than what is saved. */
const threshold = 1024;

/**
 * Compresses what is text on its way out: a page of twenty kilobytes is five, which on slow mobile networks is a second
 * less. Scripts, styles and fonts lie compressed in the build and are left alone, as pictures and PDFs are.
 *
 * The length of a compressed answer tells whether something in it repeats something else (BREACH). Whoever wants to use
 * that needs all of: a secret in the answer, words of theirs in the same answer, and a browser that they can make ask for
 * it again and again. Therefore answers to writes stay as they are: it is they that show links of invitations, keys of
 * authenticator apps and recovery codes. And so does whatever another site makes a signed-in browser ask for; the browser
 * says so (Sec-Fetch-Site). The session itself stands in no page, and there are no tokens against forged forms to guess:
 * those are refused by their origin.
 */
export const compressed = compression({ threshold, filter: mayCompress });

function mayCompress(req: IncomingMessage, res: ServerResponse): boolean {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false;
  const type = String(res.getHeader('content-type') ?? '');
  // A stream of events is to arrive one by one.
  if (type.startsWith('text/event-stream')) return false;
  const foreign = req.headers['sec-fetch-site'] === 'cross-site' || req.headers['sec-fetch-site'] === 'same-site';
  if (foreign && req.headers.cookie?.includes(`${sessionCookie}=`)) return false;
  return compression.filter(req, res);
}
