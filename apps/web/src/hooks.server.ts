import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { Detail } from '@giaouoc/domain/result';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { otherPlaceFor } from '#lib/server/area.ts';
import { sentence } from '@giaouoc/domain/messages/index';
import { faultOf, isAway } from '#lib/fault-of.ts';
import type { Viewer } from '#lib/viewer.ts';
import icons from '#lib/ui/icons.svg?raw';

/**
 * Who is signed in, and whether the page may be theirs. The headers that every answer carries come from the server
 * (apps/api/src/http/security-headers.ts), the content security policy from SvelteKit (vite.config.ts).
 */
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.viewer = building ? null : await viewerOf(event);
  event.locals.now = event.locals.viewer ? Date.parse(event.locals.viewer.now) : Date.now();
  const elsewhere = otherPlaceFor(event.route.id, event.locals.viewer, event.url);
  if (elsewhere) redirect(303, elsewhere);

  const theme = event.cookies.get('theme');
  const fixed = theme === 'light' || theme === 'dark' ? ` data-theme="${theme}"` : '';
  const response = await resolve(event, {
    // The icons stand in the page once and in no script; the theme before the first paint.
    transformPageChunk: ({ html }) => html.replace('%giaouoc.icons%', icons).replace('%giaouoc.theme%', fixed),
  });
  if (event.locals.viewer) response.headers.set('cache-control', 'private, no-store');
  return response;
};

/** Who is asking; with nobody to tell, because the database is away, the answer says that and is none of success. */
async function viewerOf(event: RequestEvent): Promise<Viewer | null> {
  try {
    return (await event.platform?.req.api?.session.me()) ?? null;
  } catch (cause) {
    const { code, status } = faultOf(cause);
    if (!isAway(code)) throw cause;
    error(status, code, { code });
  }
}

/** Expected errors bring their code; anything else is told apart by kind and never shown. The page gets the sentence. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return said(error.code, error.detail);
  if (kind === 'unknown') {
    // Where, not what: a message may repeat what somebody typed. The API has logged the kind of its own faults.
    const at = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    const type = error instanceof Error ? error.constructor.name : typeof error;
    console.error(JSON.stringify({ level: 'error', route: event.route.id, type, at: at.map((line) => line.trim()) }));
    return said(faultOf(error).code);
  }
  return said(
    error.status === 404
      ? 'not-found'
      : error.status === 413
        ? 'too-large'
        : error.status === 403
          ? 'cross-origin'
          : 'invalid-input',
  );
};

const said = (code: ErrorCode, detail?: Detail) => ({
  code,
  message: sentence(code, detail),
  ...(detail && { detail }),
});
