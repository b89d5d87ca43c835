import { redirect } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { forgetting } from '#lib/server/forgetting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [sessions, memberships, ended, { passkeys }, totp] = await Promise.all([
    api(event).session.list(),
    api(event).session.memberships(),
    api(event).session.endedMemberships(),
    api(event).passkey.list(),
    api(event).totp.get(),
  ]);
  const theme = event.cookies.get('theme');
  return {
    sessions,
    memberships,
    ended,
    passkeys: passkeys.length,
    totp: totp.on,
    theme: theme === 'light' || theme === 'dark' ? theme : 'device',
    now: Date.now(),
  };
};

export const actions: Actions = {
  revoke: async (event) => {
    const sessionId = String((await event.request.formData()).get('sessionId') ?? '');
    const done = await attempt(event, (api) => api.session.revoke({ sessionId }));
    if (!done.ok) return done.failure;
  },
  revokeOthers: async (event) => {
    const done = await attempt(event, (api) => api.session.revokeOthers());
    if (!done.ok) return done.failure;
  },
  workAs: async (event) => {
    const membershipId = String((await event.request.formData()).get('membershipId') ?? '');
    const done = await attempt(event, (api) => api.session.workAs({ membershipId }));
    if (!done.ok) return done.failure;
    // The other federation has other years.
    event.cookies.delete('year', { path: '/', secure: event.url.protocol === 'https:' });
    redirect(303, '/');
  },
  theme: async (event) => {
    const theme = String((await event.request.formData()).get('theme') ?? '');
    if (theme === 'light' || theme === 'dark')
      event.cookies.set('theme', theme, {
        path: '/',
        maxAge: 31_536_000,
        sameSite: 'lax',
        secure: event.url.protocol === 'https:',
      });
    else event.cookies.delete('theme', { path: '/', secure: event.url.protocol === 'https:' });
    redirect(303, '/account');
  },
  signOut: async (event) => {
    const done = await attempt(event, (api) => api.session.signOut());
    if (!done.ok) return done.failure;
    event.setHeaders(forgetting);
    redirect(303, '/sign-in');
  },
};
