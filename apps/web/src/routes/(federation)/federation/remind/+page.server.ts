import { sentence } from '@giaouoc/domain/messages/index';
import { fail, redirect } from '@sveltejs/kit';
import { needsWord } from '#lib/overview/overview-words.ts';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as the API takes at once. */
const most = 500;

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year || year.planVersion === null) redirect(303, '/federation');
  const asked = api(event);
  const overview = await asked.overview.get({ yearId: year.id });
  const rows = overview.rows.filter((row) => needsWord(row, overview.period, event.locals.now)).slice(0, most);
  const texts =
    rows.length === 0
      ? []
      : await asked.overview.reminderTexts({ yearId: year.id, unitIds: rows.map(({ unitId }) => unitId) });
  const textOf = new Map(texts.map((one) => [one.unitId, one.text]));
  return {
    now: event.locals.now,
    clientId: crypto.randomUUID(),
    period: overview.period,
    messages: rows.map((row) => ({ row, text: textOf.get(row.unitId) ?? '' })),
    counts: { '/federation/verify': overview.verified.waiting },
  };
};

export const actions: Actions = {
  sent: async (event) => {
    const form = await event.request.formData();
    const unitIds = form.getAll('unit').map(String);
    if (unitIds.length === 0) return fail(400, { message: sentence('unit-not-chosen') });
    const done = await attempt(event, (api) =>
      api.overview.remind({
        clientId: formText(form, 'clientId'),
        yearId: formText(form, 'yearId'),
        unitIds,
        channel: 'zalo',
      }),
    );
    return done.ok ? { sent: done.value } : done.failure;
  },
};
