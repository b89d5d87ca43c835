import { fail } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  names: await api(event).account.get(),
  clientIds: { password: crypto.randomUUID(), code: crypto.randomUUID() },
});

export const actions: Actions = {
  password: async (event) => {
    const form = await event.request.formData();
    const done = await attempt(event, (api) =>
      api.account.changePassword({
        clientId: formText(form, 'clientId'),
        oldPassword: formText(form, 'oldPassword'),
        password: formText(form, 'password'),
        passwordAgain: formText(form, 'passwordAgain'),
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'password' });
    return { saved: 'password' };
  },
  code: async (event) => {
    const form = await event.request.formData();
    const done = await attempt(event, (api) =>
      api.account.changeCode({
        clientId: formText(form, 'clientId'),
        // The password proves it too: whoever changes the code has often forgotten it.
        proof: { kind: 'password', secret: formText(form, 'proof') },
        code: formText(form, 'code'),
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'code' });
    return { saved: 'code' };
  },
};
