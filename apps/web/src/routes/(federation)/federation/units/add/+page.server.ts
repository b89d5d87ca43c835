import { fail, redirect } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { formText, formTexts } from '#lib/server/form-text.ts';
import { placeFields, readPlace, readUnit, unitFields } from '#lib/server/unit-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  const { blocks, clusters } = await api(event).year.get({ yearId: year.id });
  return { blocks, clusters, clientId: crypto.randomUUID(), back: { href: '/federation/units', label: 'Đơn vị' } };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const typed = formTexts(form, [...unitFields, ...placeFields]);
    const place = readPlace(form);
    if (!place.ok) return fail(place.failure.status, { ...place.failure.data, typed });
    const done = await attempt(event, (api) =>
      api.unit.add({
        clientId: formText(form, 'clientId'),
        yearId: formText(form, 'yearId'),
        ...readUnit(form),
        ...place.value,
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, typed });
    redirect(303, `/federation/units/${done.value.unitId}?added`);
  },
};
