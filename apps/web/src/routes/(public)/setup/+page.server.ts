import { fail, redirect } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { formText, formTexts } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  return api(event).setup.status();
};

/** Given back as typed when something is refused; secrets are typed again. */
const kept = [
  'kind',
  'name',
  'superior',
  'symbol',
  'place',
  'signsFor',
  'signsAs',
  'title',
  'userName',
  'phone',
] as const;

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { title, userName, phone, ...federation } = formTexts(form, kept);
    const done = await attempt(event, (api) =>
      api.setup.create({
        setupCode: formText(form, 'setupCode'),
        federation,
        officer: {
          title,
          userName,
          phone,
          password: formText(form, 'password'),
          passwordAgain: formText(form, 'passwordAgain'),
          code: formText(form, 'code'),
        },
      }),
    );
    if (!done.ok)
      return fail(done.failure.status, { ...done.failure.data, typed: { ...federation, title, userName, phone } });
    // The next thing a federation needs.
    redirect(303, '/federation/years');
  },
};
