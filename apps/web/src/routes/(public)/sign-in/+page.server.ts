import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { ownPath } from '#lib/own-path.ts';
import { sentence } from '#lib/messages/index.ts';
import { homeOf } from '#lib/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.viewer) redirect(303, ownPath(url.searchParams.get('next')) ?? homeOf(locals.viewer));
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const name = String(form.get('name') ?? '').trim();
    const password = String(form.get('password') ?? '');
    if (!name || !password) return fail(400, { name, message: sentence('wrong-sign-in') });
    const done = await attempt(event, (api) => api.session.signIn({ name, password }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, name });
    // The new session is on its cookie only now: `/` knows where its role begins.
    redirect(303, ownPath(event.url.searchParams.get('next')) ?? '/');
  },
};
