import { fail, redirect } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  const common = { clientId: crypto.randomUUID(), now: event.locals.now, made: event.url.searchParams.get('made') };
  if (year.planVersion === null) return { ...common, ranking: null, state: null, block: null, unitIds: {} };
  const [ranking, state, board] = await Promise.all([
    api(event).ranking.get({ yearId: year.id }),
    api(event).ranking.blockers({ yearId: year.id }),
    api(event).pledge.board({ yearId: year.id }),
  ]);
  const wanted = event.url.searchParams.get('block');
  const block = ranking.blocks.find((one) => one.code === wanted) ?? ranking.blocks[0] ?? null;
  return {
    ...common,
    ranking: {
      ...ranking,
      // One block is drawn at a time; of the others only the tabs.
      blocks: ranking.blocks.map(({ code, name, rows }) => ({ code, name, count: rows.length })),
    },
    state,
    block,
    unitIds: Object.fromEntries(board.rows.map((row) => [row.code, row.unitId])),
  };
};

export const actions: Actions = {
  make: async (event) => {
    const form = await event.request.formData();
    const done = await attempt(event, (api) =>
      api.ranking.makeProvisional({
        clientId: formText(form, 'clientId'),
        yearId: formText(form, 'yearId'),
        despite: form.getAll('despite').map(String),
      }),
    );
    if (!done.ok) {
      const kinds = done.failure.data.detail?.['kinds'];
      return fail(done.failure.status, {
        ...done.failure.data,
        kinds: Array.isArray(kinds) ? kinds.map(String) : [],
        despite: form.getAll('despite').map(String),
      });
    }
    redirect(303, `/federation/ranking?made=${encodeURIComponent(done.value.number)}`);
  },
  withdraw: async (event) => {
    const form = await event.request.formData();
    const reason = formText(form, 'reason');
    const done = await attempt(event, (api) =>
      api.ranking.withdrawProvisional({
        clientId: formText(form, 'clientId'),
        yearId: formText(form, 'yearId'),
        reason,
      }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, reason });
    redirect(303, '/federation/ranking');
  },
};
