import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TRPCError } from '@trpc/server';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { CookieToSet, Services } from '../trpc/context.ts';
import { createCaller } from '../router.ts';
import { cookiesOf } from './cookies.ts';
import { crossOriginWrite, isForeignForm } from './origin.ts';
import { isForPerson, refusalPage } from './refusal-page.ts';
import { contextOf } from './request-context.ts';

/** SvelteKit's adapter-node handler. */
export type WebHandler = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void;

/** What a page's request carries besides itself (apps/web/src/lib/server/api.ts reads it). */
export type WebRequest = IncomingMessage & { api: ReturnType<typeof createCaller>; apiCookies: CookieToSet[] };

export type PagesOptions = {
  services: Services;
  handler: WebHandler;
  /** Told of what went wrong in a procedure that a page called. */
  failed: (error: TRPCError, path: string | undefined, requestId: string) => void;
};

/** Hands requests to the web app, each with procedures to call in this process. */
export function pagesOf({ services, handler, failed }: PagesOptions) {
  const here = new URL(services.publicUrl);
  const isCrossOrigin = crossOriginWrite(services.publicUrl);
  return (req: IncomingMessage, res: ServerResponse): void => {
    // SvelteKit believes these headers; a client's own must never reach it.
    const viaPublic = req.headers.host === here.host;
    const secure = here.protocol === 'https:';
    const protocol = viaPublic ? here.protocol.slice(0, -1) : secure ? 'https' : 'http';
    req.headers['x-forwarded-proto'] = protocol;
    if (isCrossOrigin(req) || isForeignForm(req, protocol)) return refuse(req, res, 403, 'cross-origin');
    const apiCookies: CookieToSet[] = [];
    const requestId = randomUUID();
    const page = req as WebRequest;
    page.apiCookies = apiCookies;
    page.api = createCaller(
      contextOf(services, {
        cookies: cookiesOf(req),
        userAgent: req.headers['user-agent'],
        requestId,
        setCookie: (one) => void apiCookies.push(one),
      }),
      { onError: ({ error, path }) => failed(error, path, requestId) },
    );
    handler(req, res, () => refuse(req, res, 404, 'not-found'));
  };
}

function refuse(req: IncomingMessage, res: ServerResponse, status: number, refusal: ErrorCode): void {
  const asPage = refusal === 'cross-origin' && isForPerson(req.headers);
  res.writeHead(status, { 'content-type': asPage ? 'text/html; charset=utf-8' : 'application/json' });
  res.end(asPage ? refusalPage(refusal) : JSON.stringify({ refusal }));
}
