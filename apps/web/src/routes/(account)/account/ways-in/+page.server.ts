import { fail } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { isEmpty, passkeyOrigin, readPresence, type Presence } from '#lib/server/presence.ts';
import { sentence } from '@giaouoc/domain/messages/index';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  names: await api(event).account.get(),
  passkeyOrigin: await passkeyOrigin(event),
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
    // Not the old code: whoever changes it has often forgotten it.
    const byPasskey = formText(form, 'passkey') !== '';
    const proof: Presence = byPasskey ? readPresence(form) : { kind: 'password', secret: formText(form, 'proof') };
    if (isEmpty(proof)) {
      const message = sentence('wrong-password');
      return fail(400, { code: 'wrong-password' as const, message, which: 'code' });
    }
    const [clientId, code] = [formText(form, 'clientId'), formText(form, 'code')];
    const done = await attempt(event, (api) => api.account.changeCode({ clientId, proof, code }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'code' });
    return { saved: 'code' };
  },
};
