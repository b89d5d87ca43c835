import type { IncomingMessage } from 'node:http';
import type { ApiCaller, CookieToSet, RouterOutputs } from '@giaouoc/api/contract';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { Detail } from '@giaouoc/domain/result';
import type { Year } from '#lib/server/year.ts';
import type { Viewer } from '#lib/viewer.ts';

declare global {
  namespace App {
    /** `message` is the sentence for the code, said by the hooks: the error page needs no list of sentences. */
    interface Error {
      status: number;
      message: string;
      code: ErrorCode;
      detail?: Detail;
    }
    interface Locals {
      /** Who is signed in, asked once a request. */
      viewer: Viewer | null;
      /** What pages call now: the server's clock, or the day a demonstration federation lives on. */
      now: number;
    }
    interface PageData {
      viewer?: Viewer | null;
      /** The year one works in, and all there are (layouts of units and federations). */
      year?: Year | null;
      years?: Year[];
      /** The own unit's part in that year (layout of units). */
      part?: RouterOutputs['home']['part'] | null;
      /** A page below another: the way back, shown in the bar at the top of the phone. */
      back?: { href: string; label: string };
      /** How much waits behind an entry of the rail, by its address. */
      counts?: Record<string, number>;
    }
    interface Platform {
      /**
       * The server hangs on the request, before handing it over, the in-process caller and the list its `setCookie`
       * fills; `lib/server/api.ts` turns that list into SvelteKit's cookies after each call.
       */
      req: IncomingMessage & { api?: ApiCaller; apiCookies?: CookieToSet[] };
    }
  }
}
