import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { sentence } from '@giaouoc/domain/messages/index';
import { api, attempt } from '#lib/server/api.ts';
import { may } from '#lib/viewer.ts';
import { withStagesForm } from './stages-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The plan of the year in the address, which the rail shows too; an address without one is sent on to the rail's. */
export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  const named = event.url.searchParams.get('year');
  if (year && named === null) redirect(303, addressOf(year.id));
  if (named !== null && named !== year?.id) error(404, 'not-found', { code: 'not-found' });
  const plan = year && (await api(event).plan.get({ yearId: year.id }));
  const block = event.url.searchParams.get('block');
  const published =
    year && year.planVersion !== null && !may(event.locals.viewer, 'plan.write')
      ? await api(event).plan.follow({ yearId: year.id, ...(block && { block }) })
      : null;
  // Ids for the forms that work before scripts; the editor makes its own.
  return { plan, published, clientId: crypto.randomUUID(), now: event.locals.now };
};

const addressOf = (yearId: string) => `/federation/plan?year=${yearId}`;

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** The year a form is for: that of its address, as everything on this page. */
const yearOf = ({ url }: Pick<RequestEvent, 'url'>): string => url.searchParams.get('year') ?? '';

/** A plan of a thousand lines is a megabyte; a whole year file may bring its figures along. */
const largestFile = 4_000_000;

export const actions: Actions = {
  start: async (event) => {
    const form = await event.request.formData();
    const yearId = yearOf(event);
    const [sourceYear, version] = text(form, 'source').split('/');
    const source =
      sourceYear && version
        ? ({ kind: 'version', yearId: sourceYear, version: Number(version) } as const)
        : ({ kind: 'empty' } as const);
    const input = { clientId: text(form, 'clientId'), yearId, revision: Number(text(form, 'revision')), source };
    const done = await attempt(event, (api) => api.plan.start(input));
    if (!done.ok) return done.failure;
    redirect(303, addressOf(yearId));
  },
  /** The steps of judging as they were typed into the form, with what its button does: for browsers before scripts run. */
  stages: async (event) => {
    const form = await event.request.formData();
    const yearId = yearOf(event);
    const { draft } = await api(event).plan.get({ yearId });
    if (!draft) return fail(404, { message: sentence('not-found') });
    const changed = withStagesForm(draft.document, form);
    if (!changed.ok) return fail(409, { message: sentence(changed.code, changed.detail) });
    const input = { clientId: text(form, 'clientId'), yearId, revision: Number(text(form, 'revision')) };
    const done = await attempt(event, (api) => api.plan.saveDraft({ ...input, document: changed.value }));
    if (!done.ok) return done.failure;
    redirect(303, `${addressOf(yearId)}#stages`);
  },
  upload: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) return fail(400, { message: sentence('file-not-chosen') });
    if (file.size > largestFile) return fail(413, { message: sentence('too-large', { max: '4 MB' }) });
    const input = {
      clientId: text(form, 'clientId'),
      yearId: yearOf(event),
      revision: Number(text(form, 'revision')),
      text: await file.text(),
    };
    const done = await attempt(event, (api) => api.plan.upload(input));
    if (!done.ok) return done.failure;
    return { uploaded: { ...done.value, name: file.name } };
  },
  publish: async (event) => {
    const form = await event.request.formData();
    const note = text(form, 'note').trim();
    const input = {
      clientId: text(form, 'clientId'),
      yearId: yearOf(event),
      revision: Number(text(form, 'revision')),
      ...(note !== '' && { note }),
      needsSignature: text(form, 'needsSignature') !== 'no',
    };
    const done = await attempt(event, (api) => api.plan.publish(input));
    if (!done.ok) return done.failure;
    return { published: done.value };
  },
};
