import type { ApiCaller } from '@giaouoc/api/contract';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { Detail } from '@giaouoc/domain/result';
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { faultOf, isAway, type FieldFault } from '../fault-of.ts';
import { sentence } from '@giaouoc/domain/messages/index';

type Asking = Pick<RequestEvent, 'platform' | 'url' | 'cookies'>;

/** What a form gets back when the API refuses. */
export type Refused = {
  code: ErrorCode;
  /** The sentence for the code: show it where it belongs. */
  message: string;
  detail?: Detail;
  /** Which inputs, when the input itself was at fault: path in the procedure's input, and the schema's own code. */
  fields?: FieldFault[];
  /** What stands now, when the write was stale (R3). */
  current?: unknown;
};

/**
 * The API for this request, as the person signed in. For `load`: a refusal becomes SvelteKit's error page with our
 * code, an ended session a trip to the sign-in page. In actions take {@link attempt}.
 */
export function api(event: Asking): ApiCaller {
  return answering(callerOf(event), event) as ApiCaller;
}

/**
 * One call in an action: its value, or the `fail(…)` to return.
 *
 *     const done = await attempt(event, (api) => api.pledge.sign(input));
 *     if (!done.ok) return done.failure;
 */
export async function attempt<T>(
  event: Asking,
  call: (api: ApiCaller) => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; failure: ActionFailure<Refused> }> {
  try {
    return { ok: true, value: await call(callerOf(event)) };
  } catch (cause) {
    const { status, ...refused } = faultOf(cause);
    // A database that is away is no fault of the form: what was typed stays in it, to be sent again.
    if (status >= 500 && !isAway(refused.code)) throw cause;
    return { ok: false, failure: fail(status, { ...refused, message: sentence(refused.code, refused.detail) }) };
  } finally {
    setCookies(event);
  }
}

/** Where to sign in, to come back to this page after. */
export function signInPath(url: URL): string {
  return `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
}

function callerOf(event: Asking): ApiCaller {
  const caller = event.platform?.req.api;
  if (!caller) throw new Error('The pages are served by the API: no caller on the request.');
  return caller;
}

/** The same caller, whose every answer brings its cookies and whose every refusal becomes a page. */
function answering(target: object, event: Asking): object {
  return new Proxy(target, {
    get: (on, name) => {
      const value: unknown = Reflect.get(on, name);
      const nested = typeof value === 'function' || (typeof value === 'object' && value !== null);
      return nested ? answering(value, event) : value;
    },
    apply: async (on, self, args) => {
      try {
        return await Reflect.apply(on as (...input: unknown[]) => unknown, self, args);
      } catch (cause) {
        return toPage(cause, event.url);
      } finally {
        setCookies(event);
      }
    },
  });
}

function toPage(cause: unknown, url: URL): never {
  const { code, status, detail } = faultOf(cause);
  if (code === 'not-signed-in' || code === 'session-ended') redirect(303, signInPath(url));
  if (status >= 500 && !isAway(code)) throw cause;
  error(status, code, detail === undefined ? { code } : { code, detail });
}

/** Cookies go through SvelteKit: it writes the answer's headers, and would overwrite any set beside it. */
function setCookies(event: Asking): void {
  for (const { name, value, maxAge } of event.platform?.req.apiCookies?.splice(0) ?? [])
    event.cookies.set(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: event.url.protocol === 'https:',
      maxAge,
    });
}
