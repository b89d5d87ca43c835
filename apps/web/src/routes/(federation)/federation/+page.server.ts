import { sentence } from '@giaouoc/domain/messages/index';
import { compareVietnamese } from '@giaouoc/domain/text/normalize';
import { fail } from '@sveltejs/kit';
import { needsWord, sorts, titleOf } from '#lib/overview/overview-words.ts';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  const query = event.url.searchParams;
  const common = { now: event.locals.now, clientId: crypto.randomUUID() };
  if (!year || year.planVersion === null) return { ...common, overview: null };
  const overview = await api(event).overview.get({
    yearId: year.id,
    ...(query.get('period') ? { period: query.get('period')!.slice(0, 80) } : {}),
  });
  const filter = {
    block: overview.blocks.find(({ code }) => code === query.get('block'))?.code ?? '',
    sort: sorts.find(([value]) => value === query.get('sort'))?.[0] ?? 'need',
    period: overview.period.code,
  };
  const rows = overview.rows.filter((row) => filter.block === '' || row.blockCode === filter.block);
  const remind = rows.filter((row) => needsWord(row, overview.period, event.locals.now));
  if (filter.sort === 'name') rows.sort((a, b) => compareVietnamese(a.name, b.name));
  if (filter.sort === 'done') rows.sort((a, b) => b.done - a.done || compareVietnamese(a.name, b.name));
  return {
    ...common,
    filter,
    overview: { ...overview, rows },
    title: titleOf(overview),
    remind: remind.map(({ unitId }) => unitId),
    counts: { '/federation/verify': overview.verified.waiting },
  };
};

export const actions: Actions = {
  remind: async (event) => {
    const form = await event.request.formData();
    const unitIds = form.getAll('unit').map(String);
    if (unitIds.length === 0) return fail(400, { message: sentence('unit-not-chosen') });
    const done = await attempt(event, (api) =>
      api.overview.remind({
        clientId: formText(form, 'clientId'),
        yearId: formText(form, 'yearId'),
        unitIds,
        channel: 'product',
      }),
    );
    return done.ok ? { reminded: done.value } : done.failure;
  },
};
