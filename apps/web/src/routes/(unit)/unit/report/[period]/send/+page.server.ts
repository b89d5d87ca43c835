import { redirect } from '@sveltejs/kit';
import { newId } from '#lib/new-id.ts';
import { leftOut } from '#lib/report/left-out.ts';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { runningYearOf } from '#lib/server/year.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const year = await runningYearOf(event);
  // Nothing is sent any more of a unit left out of the year: its report is read.
  if ((await event.parent()).part?.state === 'left-out')
    redirect(303, `/unit/report/${encodeURIComponent(event.params.period)}`);
  const report = await api(event).report.get({ yearId: year.id, period: event.params.period });
  return {
    report,
    clientId: newId(),
    now: event.locals.now,
    back: { href: `/unit/report/${encodeURIComponent(event.params.period)}`, label: 'Quay lại nhập báo cáo' },
  };
};

export const actions: Actions = {
  /** Sends under the id of the page, so that a second press or a retry answers as the first did. */
  send: async (event) => {
    const form = await event.request.formData();
    const yearId = formText(form, 'yearId');
    const done = await attempt(event, (api) =>
      api.report.submit({
        clientId: formText(form, 'clientId'),
        yearId,
        period: event.params.period,
        leaveOut: leftOut(form),
        again: form.getAll('again').map(String),
      }),
    );
    if (!done.ok) return done.failure;
    redirect(303, `/unit/receipts/${done.value.number}`);
  },
};
