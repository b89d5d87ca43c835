import { fail, redirect } from '@sveltejs/kit';
import { matchesSearch } from '@giaouoc/domain/text/normalize';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { isEmpty, isOfProof, passkeyOrigin, readPresence } from '#lib/server/presence.ts';
import { isShown, isSigned, shows } from './pledge-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  const query = event.url.searchParams;
  const filter = {
    search: (query.get('search') ?? '').slice(0, 200),
    block: query.get('block') ?? '',
    show: shows.find(([value]) => value === query.get('show'))?.[0] ?? 'all',
  };
  const common = { filter, now: event.locals.now, clientId: crypto.randomUUID() };
  if (year.planVersion === null) return { ...common, board: null, passkeyOrigin: null };
  const [board, origin] = await Promise.all([api(event).pledge.board({ yearId: year.id }), passkeyOrigin(event)]);
  const rows = board.rows.filter(
    (row) =>
      isShown(row, filter.show) &&
      (filter.block === '' || row.blockCode === filter.block) &&
      matchesSearch(`${row.code} ${row.name}`, filter.search),
  );
  const tally = {
    units: board.rows.length,
    signed: board.rows.filter(isSigned).length,
    toOffer: board.rows.filter((row) => row.state === null).length,
    papers: board.rows.filter((row) => row.state === 'paper').length,
    toCountersign: board.rows.filter((row) => row.toCountersign !== null).length,
    addenda: board.rows.filter((row) => row.awaitsAddendum).length,
    declined: board.rows.filter((row) => row.state === 'declined').length,
  };
  return {
    ...common,
    passkeyOrigin: origin,
    board: {
      version: board.version,
      latest: board.latestVersion,
      signerName: board.signerName,
      due: board.due === null ? null : Date.parse(board.due),
      rows,
    },
    blocks: [...new Map(board.rows.map((row) => [row.blockCode, row.blockName]))].map(([code, name]) => ({
      code,
      name,
    })),
    tally,
  };
};

export const actions: Actions = {
  offer: async (event) => {
    const form = await event.request.formData();
    const [clientId, yearId] = [formText(form, 'clientId'), formText(form, 'yearId')];
    const done = await attempt(event, (api) => api.pledge.offer({ clientId, yearId }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'offer' as const });
    return { offered: done.value };
  },
  countersign: async (event) => {
    const form = await event.request.formData();
    const [clientId, yearId] = [formText(form, 'clientId'), formText(form, 'yearId')];
    const ticked = form.getAll('pledge').map(String);
    if (ticked.length === 0) return fail(400, { which: 'none' as const, ticked });
    const pledges = ticked.map((text) => {
      const [unitId = '', hash = ''] = text.split('|');
      return { unitId, hash };
    });
    const presence = readPresence(form);
    const name = formText(form, 'name');
    if (isEmpty(presence)) return fail(400, { which: 'secret' as const, ticked });
    const done = await attempt(event, (api) => api.pledge.countersign({ clientId, yearId, pledges, name, presence }));
    if (!done.ok) {
      const which = isOfProof(done.failure.data.code) ? ('secret' as const) : ('countersign' as const);
      return fail(done.failure.status, { ...done.failure.data, which, ticked });
    }
    return { countersigned: done.value };
  },
};
