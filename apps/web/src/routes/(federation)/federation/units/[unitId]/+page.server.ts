import { sentence } from '@giaouoc/domain/messages/index';
import { fail, redirect } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { formText, formTexts } from '#lib/server/form-text.ts';
import { placeFields, readPlace, readUnit, unitFields } from '#lib/server/unit-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  const [unit, { blocks, clusters, status }] = await Promise.all([
    api(event).unit.get({ yearId: year.id, unitId: event.params.unitId }),
    api(event).year.get({ yearId: year.id }),
  ]);
  // Before a plan is published, and without a place in the year, there are no lines to speak of.
  const lines =
    year.planVersion !== null && unit.place
      ? await api(event).unit.lines({ yearId: year.id, unitId: event.params.unitId })
      : null;
  return {
    unit,
    lines,
    running: status === 'running',
    blocks,
    clusters,
    added: event.url.searchParams.has('added'),
    clientId: crypto.randomUUID(),
    back: { href: '/federation/units', label: 'Đơn vị' },
  };
};

const revisionOf = (form: FormData) => Number(formText(form, 'revision'));
const roles = ['chair', 'deputy', 'principal'] as const;

export const actions: Actions = {
  change: async (event) => {
    const form = await event.request.formData();
    const { unitId } = event.params;
    const done = await attempt(event, (api) =>
      api.unit.change({
        clientId: formText(form, 'clientId'),
        unitId,
        revision: revisionOf(form),
        ...readUnit(form),
      }),
    );
    if (!done.ok)
      return fail(done.failure.status, { ...done.failure.data, which: 'change', typed: formTexts(form, unitFields) });
    return { saved: 'change' };
  },
  place: async (event) => {
    const form = await event.request.formData();
    const { unitId } = event.params;
    const place = readPlace(form);
    const typed = formTexts(form, placeFields);
    if (!place.ok) return fail(place.failure.status, { ...place.failure.data, which: 'place', place: typed });
    const done = await attempt(event, (api) =>
      api.unit.place({
        clientId: formText(form, 'clientId'),
        yearId: formText(form, 'yearId'),
        unitId,
        revision: formText(form, 'revision') === '' ? null : revisionOf(form),
        ...place.value,
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'place', place: typed });
    return { saved: 'place' };
  },
  leaveOut: async (event) => {
    const form = await event.request.formData();
    const { unitId } = event.params;
    const { clientId, yearId, reason } = formTexts(form, ['clientId', 'yearId', 'reason']);
    const done = await attempt(event, (api) =>
      api.unit.leaveOut({ clientId, yearId, unitId, revision: revisionOf(form), reason }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'leaveOut' });
    return { saved: 'leaveOut' };
  },
  takeBack: async (event) => {
    const form = await event.request.formData();
    const { unitId } = event.params;
    const { clientId, yearId } = formTexts(form, ['clientId', 'yearId']);
    const done = await attempt(event, (api) =>
      api.unit.takeBack({ clientId, yearId, unitId, revision: revisionOf(form) }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'leaveOut' });
    return { saved: 'takeBack' };
  },
  takeLines: async (event) => {
    const form = await event.request.formData();
    const { unitId } = event.params;
    const { clientId, yearId, reason } = formTexts(form, ['clientId', 'yearId', 'reason']);
    const lines = form.getAll('line').map(String);
    if (lines.length === 0)
      return fail(400, { which: 'takeLines', message: sentence('figure-not-chosen'), reason, lines });
    const done = await attempt(event, (api) => api.unit.takeLines({ clientId, yearId, unitId, lines, reason }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'takeLines', reason, lines });
    return { saved: 'takeLines' };
  },
  giveLinesBack: async (event) => {
    const form = await event.request.formData();
    const { unitId } = event.params;
    const { clientId, yearId, reason, line } = formTexts(form, ['clientId', 'yearId', 'reason', 'line']);
    const done = await attempt(event, (api) =>
      api.unit.giveLinesBack({ clientId, yearId, unitId, lines: [line], reason }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: `give-${line}` });
    return { saved: 'giveLinesBack' };
  },
  archive: async (event) => {
    const form = await event.request.formData();
    const { unitId } = event.params;
    const clientId = formText(form, 'clientId');
    const done = await attempt(event, (api) => api.unit.archive({ clientId, unitId, revision: revisionOf(form) }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'archive' });
    redirect(303, '/federation/units?show=archived');
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const { unitId } = event.params;
    const clientId = formText(form, 'clientId');
    const done = await attempt(event, (api) => api.unit.remove({ clientId, unitId, revision: revisionOf(form) }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'remove' });
    redirect(303, '/federation/units?removed');
  },
  addPerson: async (event) => {
    const form = await event.request.formData();
    const typed = formTexts(form, ['title', 'phone']);
    const role = roles.find((one) => one === formText(form, 'role')) ?? 'chair';
    const done = await attempt(event, (api) =>
      api.people.add({ clientId: formText(form, 'clientId'), unitId: event.params.unitId, role, ...typed }),
    );
    if (!done.ok)
      return fail(done.failure.status, { ...done.failure.data, which: 'person', person: { role, ...typed } });
    return { saved: 'person' };
  },
  changePerson: async (event) => {
    const form = await event.request.formData();
    const { clientId, membershipId, title, phone } = formTexts(form, ['clientId', 'membershipId', 'title', 'phone']);
    const done = await attempt(event, (api) =>
      api.people.change({ clientId, membershipId, revision: revisionOf(form), title, phone }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: membershipId });
    return { saved: 'changePerson' };
  },
  endPerson: async (event) => {
    const form = await event.request.formData();
    const { clientId, membershipId } = formTexts(form, ['clientId', 'membershipId']);
    const done = await attempt(event, (api) => api.people.end({ clientId, membershipId, revision: revisionOf(form) }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: membershipId });
    return { saved: 'endPerson' };
  },
};
