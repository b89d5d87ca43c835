import { error, redirect } from '@sveltejs/kit';
import { newId } from '#lib/new-id.ts';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { runningYearOf } from '#lib/server/year.ts';
import type { Actions, PageServerLoad } from './$types';

/** Files sent anywhere in this report, to lay beside one more line: one paper may speak for several. */
export const load: PageServerLoad = async (event) => {
  const year = await runningYearOf(event);
  // Nothing is sent any more of a unit left out of the year: its report is read.
  if ((await event.parent()).part?.state === 'left-out')
    redirect(303, `/unit/report/${encodeURIComponent(event.params.period)}`);
  const { lines } = await api(event).report.get({ yearId: year.id, period: event.params.period });
  const key = event.url.searchParams.get('line') ?? '';
  const here = lines.find((one) => `${one.period}|${one.line.code}` === key);
  if (!here) error(404, 'not-found', { code: 'not-found' });
  const there = new Set(here.evidence.map(({ id }) => id));
  const files = new Map<string, { id: string; name: string; mediaType: string; at: string[] }>();
  for (const line of lines) {
    for (const { id, name, mediaType } of line.evidence) {
      const known = files.get(id) ?? { id, name, mediaType, at: [] };
      known.at.push(line.line.code);
      files.set(id, known);
    }
  }
  return {
    key,
    line: { code: here.line.code, title: here.line.title },
    files: [...files.values()].filter(({ id }) => !there.has(id)),
    clientId: newId(),
    back: { href: `/unit/report/${encodeURIComponent(event.params.period)}`, label: 'Quay lại báo cáo' },
  };
};

export const actions: Actions = {
  attach: async (event) => {
    const form = await event.request.formData();
    const yearId = formText(form, 'yearId');
    const [period = '', line = ''] = (event.url.searchParams.get('line') ?? '').split('|');
    const evidenceIds = form.getAll('evidenceId').map(String);
    if (evidenceIds.length > 0) {
      const clientId = formText(form, 'clientId');
      const done = await attempt(event, (api) =>
        api.report.attach({ clientId, yearId, evidenceIds, places: [{ line, period }] }),
      );
      if (!done.ok) return done.failure;
    }
    redirect(303, `/unit/report/${encodeURIComponent(event.params.period)}`);
  },
};
