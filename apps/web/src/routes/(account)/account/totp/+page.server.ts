import { fail, redirect } from '@sveltejs/kit';
import { newId } from '#lib/new-id.ts';
import { sentence } from '@giaouoc/domain/messages/index';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { isEmpty, passkeyOrigin, readPresence } from '#lib/server/presence.ts';
import { may } from '#lib/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [totp, origin] = await Promise.all([api(event).totp.get(), passkeyOrigin(event)]);
  // For officers; whoever has it on from an earlier role may turn it off.
  if (!totp.on && !may(event.locals.viewer, 'account.secondFactor')) redirect(303, '/account');
  return { totp, passkeyOrigin: origin, clientId: newId(), now: Date.now() };
};

type Which = 'start' | 'confirm' | 'newCodes' | 'turnOff';
const refuse = (status: number, which: Which, message: string, letters?: string) =>
  fail(status, { which, message, ...(letters && { letters }) });

export const actions: Actions = {
  start: async (event) => {
    const presence = readPresence(await event.request.formData());
    if (isEmpty(presence)) return refuse(400, 'start', sentence('wrong-code'));
    const done = await attempt(event, (api) => api.totp.start({ presence }));
    if (!done.ok) return refuse(done.failure.status, 'start', done.failure.data.message);
    return { secret: done.value };
  },
  confirm: async (event) => {
    const form = await event.request.formData();
    const [clientId, code, letters] = [formText(form, 'clientId'), formText(form, 'code'), formText(form, 'letters')];
    const done = await attempt(event, (api) => api.totp.confirm({ clientId, code }));
    if (done.ok) return { codes: done.value };
    const again = done.failure.data.code === 'wrong-totp' ? letters : undefined;
    return refuse(done.failure.status, 'confirm', done.failure.data.message, again);
  },
  newCodes: async (event) => {
    const form = await event.request.formData();
    const presence = readPresence(form);
    if (isEmpty(presence)) return refuse(400, 'newCodes', sentence('wrong-code'));
    const clientId = formText(form, 'clientId');
    const done = await attempt(event, (api) => api.totp.newCodes({ clientId, presence }));
    if (!done.ok) return refuse(done.failure.status, 'newCodes', done.failure.data.message);
    return { codes: done.value, renewed: true };
  },
  turnOff: async (event) => {
    const form = await event.request.formData();
    const presence = readPresence(form);
    if (isEmpty(presence)) return refuse(400, 'turnOff', sentence('wrong-code'));
    const clientId = formText(form, 'clientId');
    const done = await attempt(event, (api) => api.totp.turnOff({ clientId, presence }));
    if (!done.ok) return refuse(done.failure.status, 'turnOff', done.failure.data.message);
    return { off: true };
  },
};
