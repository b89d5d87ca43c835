import type { RequestEvent } from '@sveltejs/kit';

type Asking = Pick<RequestEvent, 'cookies' | 'url'>;
const name = 'cookies';
/** What an address says whose page should be that of somebody signed in by now. */
const mark = 'signed';

/** Leaves a cookie that says nothing, to see after signing in whether this browser keeps any. */
export function leaveMark({ cookies, url }: Asking): void {
  cookies.set(name, 'yes', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 3600,
  });
}

/** Signed in a moment ago, yet nobody is, and not even the mark came back: the browser keeps no cookies. */
export const cookiesBlocked = ({ cookies, url }: Asking): boolean =>
  url.searchParams.has(mark) && cookies.get(name) === undefined;

/** Where to go once signed in: by way of the sign-in page, which sends on who has the cookie and tells who has not. */
export const signedInPath = (next: string): string =>
  next === '/' ? `/sign-in?${mark}` : `/sign-in?${mark}&next=${encodeURIComponent(next)}`;
