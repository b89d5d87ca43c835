import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import { awayRefusal } from '../trpc/unavailable.ts';
import { bodyGate, type GateSettings } from './body-gate.ts';
import { refusalBody } from './refusal-body.ts';

/** Evidence is at most 20 MB (A6); a whole upload with its form around it stays below this. */
export const largestBody = 21 * 1024 * 1024;
/** Anybody may send this much; nothing that is asked of a person who is not signed in comes near it. */
const smallBody = 256 * 1024;
/** A hall of phones sending photos of four megabytes: sixty at a time, of each person no more than two of the largest. */
const settings: GateSettings = {
  mostBytes: 256 * 1024 * 1024,
  mostOfOne: { requests: 6, bytes: 2 * largestBody },
  patience: 120_000,
};

type Asked = {
  /** Whose session this is; undefined for nobody's. Fails when the database is away. */
  accountOf: (req: IncomingMessage) => Promise<string | undefined>;
};

/**
 * Who may send much, and how much of it is held at once. Large bodies are read for people who are signed in, a few at a
 * time of each; from everybody else not a byte is read. A length that is not told counts as the largest.
 */
export function largeBodies({ accountOf }: Asked, gateSettings: GateSettings = settings) {
  const enter = bodyGate(gateSettings);
  return async (req: IncomingMessage, res: ServerResponse, next: () => void): Promise<void> => {
    const bytes = bytesOf(req);
    if (bytes <= smallBody) return next();
    const refuse = (status: number, refusal: ErrorCode) => {
      // Closed after the answer: what is still on its way is of no use to anybody.
      res.writeHead(status, { 'content-type': 'application/json', connection: 'close', 'retry-after': '30' });
      res.end(JSON.stringify(refusalBody(req.url, status, refusal)));
    };
    if (bytes > largestBody) return refuse(413, 'too-large');
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    let account: string | undefined;
    try {
      account = await accountOf(req);
    } catch (error) {
      const away = awayRefusal(error);
      return away ? refuse(503, away) : refuse(500, 'unexpected');
    }
    if (account === undefined) return isForm(req) ? toSignIn(req, res) : refuse(401, 'not-signed-in');
    const leave = await enter(account, bytes, gone.signal);
    if (!leave) return refuse(503, 'server-busy');
    res.once('close', leave);
    if (gone.signal.aborted) return leave();
    next();
  };
}

/** A page's form, sent by the browser itself or by the page's script. */
const isForm = ({ headers }: IncomingMessage): boolean =>
  headers['x-sveltekit-action'] === 'true' || Boolean(headers.accept?.includes('text/html'));

/** A form with photos from somebody whose session has ended meanwhile: to sign in, and back to the form's page. */
function toSignIn(req: IncomingMessage, res: ServerResponse): void {
  const page = (req.url ?? '/').split('?')[0] ?? '/';
  const location = `/sign-in?next=${encodeURIComponent(page)}`;
  if (req.headers['x-sveltekit-action'] !== 'true') {
    res.writeHead(303, { location, connection: 'close' });
    res.end();
    return;
  }
  res.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
  res.end(JSON.stringify({ type: 'redirect', status: 303, location }));
}

function bytesOf({ headers }: IncomingMessage): number {
  if (headers['content-length'] !== undefined) return Number(headers['content-length']);
  return headers['transfer-encoding'] === undefined ? 0 : largestBody;
}
