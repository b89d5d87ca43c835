import { fail, redirect } from '@sveltejs/kit';
import { api, attempt, signInPath } from '#lib/server/api.ts';
import { forgetting } from '#lib/server/forgetting.ts';
import { leaveMark, signedInPath } from '#lib/server/cookie-check.ts';
import { formText, formTexts } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * The address is a secret: no cache and no search engine keeps it, other sites never see it (referrer-policy is
 * same-origin everywhere; `no-referrer` would make browsers hide the origin of the form too), and nothing here logs it.
 */
const secret = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' };

export const load: PageServerLoad = async (event) => {
  event.setHeaders(secret);
  leaveMark(event);
  const { token } = event.params;
  const looked = await attempt(event, (api) => api.invitation.look({ token }));
  const closed = looked.ok ? null : looked.failure.data;
  return {
    invitation: looked.ok ? looked.value : null,
    closed: closed && { code: closed.code, message: closed.message },
    signIn: signInPath(event.url),
  };
};

/** Given back as typed when something is refused; secrets are typed again. */
const kept = ['userName', 'phone'] as const;

export const actions: Actions = {
  accept: async (event) => {
    const form = await event.request.formData();
    const typed = formTexts(form, kept);
    const done = await attempt(event, (api) =>
      api.invitation.accept({
        token: event.params.token,
        ...typed,
        password: formText(form, 'password'),
        passwordAgain: formText(form, 'passwordAgain'),
        code: formText(form, 'code'),
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, typed });
    redirect(303, signedInPath('/'));
  },
  join: async (event) => {
    const done = await attempt(event, (api) => api.invitation.join({ token: event.params.token }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, typed: { userName: '', phone: '' } });
    redirect(303, '/');
  },
  signOut: async (event) => {
    await api(event).session.signOut();
    event.setHeaders(forgetting);
    redirect(303, event.url.pathname);
  },
};
