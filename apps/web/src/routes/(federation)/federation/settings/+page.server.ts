import { sentence } from '@giaouoc/domain/messages/index';
import { fail } from '@sveltejs/kit';
import { federationRoles } from '@giaouoc/domain/access/roles';
import { api, attempt } from '#lib/server/api.ts';
import { formText, formTexts } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [federation, colleagues] = await Promise.all([api(event).federation.get(), api(event).people.list({})]);
  return { federation, colleagues, clientId: crypto.randomUUID() };
};

const fields = ['kind', 'name', 'superior', 'symbol', 'place', 'signsFor', 'signsAs'] as const;

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const typed = formTexts(form, fields);
    const done = await attempt(event, (api) =>
      api.federation.update({
        clientId: formText(form, 'clientId'),
        revision: Number(formText(form, 'revision')),
        ...typed,
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'save', typed });
    return { saved: 'save' };
  },
  addColleague: async (event) => {
    const form = await event.request.formData();
    const typed = formTexts(form, ['title', 'phone']);
    const role = federationRoles.find((one) => one === formText(form, 'role'));
    if (!role)
      return fail(400, { message: sentence('invalid-input'), which: 'colleague', colleague: { ...typed, role: '' } });
    const done = await attempt(event, (api) =>
      api.people.add({ clientId: formText(form, 'clientId'), unitId: null, role, ...typed }),
    );
    if (!done.ok)
      return fail(done.failure.status, { ...done.failure.data, which: 'colleague', colleague: { ...typed, role } });
    return { saved: 'colleague' };
  },
  endColleague: async (event) => {
    const form = await event.request.formData();
    const done = await attempt(event, (api) =>
      api.people.end({
        clientId: formText(form, 'clientId'),
        membershipId: formText(form, 'membershipId'),
        revision: Number(formText(form, 'revision')),
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'end' });
    return { saved: 'end' };
  },
};
