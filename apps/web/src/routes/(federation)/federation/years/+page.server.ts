import { fail, redirect } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { formText, formTexts } from '#lib/server/form-text.ts';
import type { ApiCaller } from '@giaouoc/api/contract';
import { schoolYearOf, spanOf } from '@giaouoc/domain/period/school-year';
import { dayOf } from '@giaouoc/domain/period/local-time';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { years, year } = await event.parent();
  const detail = year ? await api(event).year.get({ yearId: year.id }) : null;
  const now = event.locals.now;
  const next = schoolYearOf(dayOf(now));
  return {
    detail,
    clientId: crypto.randomUUID(),
    proposal: years?.some((one) => one.code === next) ? null : { code: next, ...spanOf(next) },
  };
};

/** One block or cluster a line. */
const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((name) => ({ name }));

/** An action about one block or cluster; all six are read and answered alike. */
const grouping =
  (which: string, call: (api: ApiCaller, form: FormData) => Promise<unknown>): Actions[string] =>
  async (event) => {
    const form = await event.request.formData();
    const done = await attempt(event, (api) => call(api, form));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which });
    return { saved: which };
  };
const added = (form: FormData) => formTexts(form, ['clientId', 'yearId', 'name']);
const existing = (form: FormData) => formTexts(form, ['clientId', 'yearId', 'code', 'name']);

export const actions: Actions = {
  remove: async (event) => {
    const form = await event.request.formData();
    const { clientId, yearId, revision } = formTexts(form, ['clientId', 'yearId', 'revision']);
    const done = await attempt(event, (api) => api.year.remove({ clientId, yearId, revision: Number(revision) }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'remove' });
    // The year looked at is gone: the one people mean comes next.
    event.cookies.delete('year', { path: '/', secure: event.url.protocol === 'https:' });
    redirect(303, '/federation/years');
  },
  create: async (event) => {
    const form = await event.request.formData();
    const typed = formTexts(form, ['code', 'title', 'from', 'to', 'blocks', 'clusters', 'copyFrom']);
    const done = await attempt(event, (api) =>
      api.year.create({
        clientId: formText(form, 'clientId'),
        code: typed.code,
        title: typed.title,
        from: typed.from,
        to: typed.to,
        blocks: lines(typed.blocks),
        clusters: lines(typed.clusters),
        copyFrom: typed.copyFrom || undefined,
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'create', typed });
    event.cookies.set('year', done.value.yearId, {
      path: '/',
      sameSite: 'lax',
      secure: event.url.protocol === 'https:',
    });
    return { saved: 'create' };
  },
  change: async (event) => {
    const form = await event.request.formData();
    const typed = formTexts(form, ['title', 'from', 'to']);
    const done = await attempt(event, (api) =>
      api.year.change({
        clientId: formText(form, 'clientId'),
        yearId: formText(form, 'yearId'),
        revision: Number(formText(form, 'revision')),
        ...typed,
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'change' });
    return { saved: 'change' };
  },
  addBlock: grouping('block', (api, form) => api.year.addBlock(added(form))),
  renameBlock: grouping('block', (api, form) => api.year.renameBlock(existing(form))),
  removeBlock: grouping('block', (api, form) => api.year.removeBlock(existing(form))),
  addCluster: grouping('cluster', (api, form) => api.year.addCluster(added(form))),
  renameCluster: grouping('cluster', (api, form) => api.year.renameCluster(existing(form))),
  removeCluster: grouping('cluster', (api, form) => api.year.removeCluster(existing(form))),
};
