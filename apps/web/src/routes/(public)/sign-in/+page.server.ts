import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { cookiesBlocked, leaveMark, signedInPath } from '#lib/server/cookie-check.ts';
import { formText } from '#lib/server/form-text.ts';
import { ownPath } from '#lib/own-path.ts';
import { sentence } from '@giaouoc/domain/messages/index';
import { homeOf } from '#lib/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  if (locals.viewer) redirect(303, ownPath(url.searchParams.get('next')) ?? homeOf(locals.viewer));
  const [passkeyOrigin, { done }] = await Promise.all([api(event).passkey.origin(), api(event).setup.status()]);
  const blocked = cookiesBlocked(event);
  leaveMark(event);
  return { passkeyOrigin, isEmpty: !done, blocked };
};

const start = (url: URL): string => ownPath(url.searchParams.get('next')) ?? '/';

export const actions: Actions = {
  /** Name and password; then, in the same form's place, the code of those who have one. */
  default: async (event) => {
    const form = await event.request.formData();
    const halfToken = formText(form, 'halfToken');
    if (halfToken !== '') return secondHalf(event, halfToken, formText(form, 'code'));
    const name = formText(form, 'name').trim();
    const password = formText(form, 'password');
    if (!name || !password) return fail(400, { name, message: sentence('wrong-sign-in') });
    const done = await attempt(event, (api) => api.session.signIn({ name, password }));
    if (!done.ok) return fail(done.failure.status, { message: done.failure.data.message, name });
    if (done.value.halfToken !== null) return { halfToken: done.value.halfToken };
    // The new session is on its cookie only now: the next page knows where its role begins.
    redirect(303, signedInPath(start(event.url)));
  },
};

async function secondHalf(event: RequestEvent, halfToken: string, code: string) {
  const done = await attempt(event, (api) => api.session.secondFactor({ halfToken, code }));
  if (done.ok) redirect(303, signedInPath(start(event.url)));
  const { code: refusal, message } = done.failure.data;
  // Over: name and password again.
  if (refusal === 'half-sign-in-over') return fail(done.failure.status, { name: '', message });
  return fail(done.failure.status, { halfToken, message });
}
