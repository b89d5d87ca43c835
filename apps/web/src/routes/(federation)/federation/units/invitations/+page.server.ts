import { redirect } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

/** The links on this page let people in: nothing keeps it. */
const secret = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' };

export const load: PageServerLoad = async (event) => {
  event.setHeaders(secret);
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  const page = Math.max(1, Math.trunc(Number(event.url.searchParams.get('page') ?? '1')) || 1);
  const forOfficers = event.url.searchParams.has('officers');
  const [list, officers] = await Promise.all([
    api(event).unit.list({ yearId: year.id, page: Math.min(page, 1000) }),
    forOfficers ? api(event).people.list({}) : Promise.resolve([]),
  ]);
  const people = forOfficers
    ? officers.map((person) => ({ ...person, unitName: null }))
    : list.units.flatMap((unit) => unit.people.map((person) => ({ ...person, unitName: unit.name })));
  return {
    people,
    forOfficers,
    page: list.page,
    pages: list.pages,
    clientId: crypto.randomUUID(),
    againId: crypto.randomUUID(),
    back: { href: '/federation/units', label: 'Đơn vị' },
  };
};

export const actions: Actions = {
  /** One new link for each, to send by Zalo. */
  links: async (event) => {
    const form = await event.request.formData();
    const membershipIds = form.getAll('membershipId').map(String);
    const done = await attempt(event, (api) =>
      api.invitation.issue({ clientId: formText(form, 'clientId'), membershipIds }),
    );
    if (!done.ok) return done.failure;
    return { issued: done.value, clientId: formText(form, 'clientId') };
  },
};
