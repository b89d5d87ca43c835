import { fail } from '@sveltejs/kit';
import { newId } from '#lib/new-id.ts';
import { sentence } from '@giaouoc/domain/messages/index';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { isEmpty, readPresence } from '#lib/server/presence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [{ origin, most, passkeys }, sessions] = await Promise.all([
    api(event).passkey.list(),
    api(event).session.list(),
  ]);
  return {
    origin,
    most,
    passkeys,
    /** Said where they do not work: no address at all, or another one than this. */
    elsewhere: origin === null ? sentence('passkeys-not-here') : null,
    /** What the new one will be called if nobody says otherwise. */
    device: sessions.find((session) => session.current)?.device ?? '',
    clientId: newId(),
    now: Date.now(),
  };
};

export const actions: Actions = {
  remove: async (event) => {
    const form = await event.request.formData();
    const [clientId, passkeyId] = [formText(form, 'clientId'), formText(form, 'passkeyId')];
    const presence = readPresence(form);
    if (isEmpty(presence)) return fail(400, { passkeyId, message: sentence('wrong-code') });
    const done = await attempt(event, (api) => api.passkey.remove({ clientId, passkeyId, presence }));
    if (!done.ok) return fail(done.failure.status, { passkeyId, message: done.failure.data.message });
    return { removed: formText(form, 'name') };
  },
};
