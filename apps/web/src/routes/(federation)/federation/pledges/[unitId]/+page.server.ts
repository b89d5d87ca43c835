import { sentence } from '@giaouoc/domain/messages/index';
import { fail, redirect } from '@sveltejs/kit';
import { dayOf } from '@giaouoc/domain/period/local-time';
import { leftOutOf } from '#lib/people/left-out-of.ts';
import { api, attempt } from '#lib/server/api.ts';
import { formText, formTexts } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year || year.planVersion === null) redirect(303, '/federation/pledges');
  const at = { yearId: year.id, unitId: event.params.unitId };
  const [unit, pledge, signed, board] = await Promise.all([
    api(event).unit.get(at),
    api(event).pledge.of(at),
    api(event).pledge.papersOf(at),
    api(event).pledge.board({ yearId: year.id }),
  ]);
  const row = board.rows.find((one) => one.unitId === event.params.unitId);
  const papers = board.rows.filter((one) => one.state === 'paper' && one.unitId !== event.params.unitId);
  const now = event.locals.now;
  return {
    unit: { id: event.params.unitId, name: unit.name, code: unit.code },
    leftOut: leftOutOf(unit),
    pledge,
    /** Every version the unit has signed, whatever was published since. */
    signed,
    row,
    /** The next sheet of paper to compare. */
    nextPaper: papers[0] ?? null,
    papersLeft: papers.length,
    now,
    today: dayOf(now),
    clientId: crypto.randomUUID(),
    back: { href: '/federation/pledges', label: 'Ký kết' },
  };
};

/** Which form a refusal belongs to, beside it. */
const refusedAt = <T extends object>(which: string, failure: { status: number; data: T }) =>
  fail(failure.status, { ...failure.data, which });

export const actions: Actions = {
  confirm: async (event) => {
    const form = await event.request.formData();
    const { clientId, yearId, hash } = formTexts(form, ['clientId', 'yearId', 'hash']);
    const { unitId } = event.params;
    const done = await attempt(event, (api) => api.pledge.confirmPaper({ clientId, yearId, unitId, hash }));
    return done.ok ? { done: 'confirm' } : refusedAt('paper', done.failure);
  },
  refuse: async (event) => {
    const form = await event.request.formData();
    const { clientId, yearId, reason } = formTexts(form, ['clientId', 'yearId', 'reason']);
    const { unitId } = event.params;
    const done = await attempt(event, (api) => api.pledge.refusePaper({ clientId, yearId, unitId, reason }));
    return done.ok ? { done: 'refuse' } : refusedAt('refuse', done.failure);
  },
  again: async (event) => {
    const form = await event.request.formData();
    const { clientId, yearId } = formTexts(form, ['clientId', 'yearId']);
    const { unitId } = event.params;
    const done = await attempt(event, (api) => api.pledge.offerAgain({ clientId, yearId, unitId }));
    return done.ok ? { done: 'again' } : refusedAt('again', done.failure);
  },
  /** The officer scans a sheet in the unit's place: the file first, then what stands on it. */
  scan: async (event) => {
    const form = await event.request.formData();
    const { clientId, yearId, signedOn, signedBy } = formTexts(form, ['clientId', 'yearId', 'signedOn', 'signedBy']);
    const { unitId } = event.params;
    const typed = { signedOn, signedBy };
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0)
      return fail(400, {
        which: 'scan',
        message: sentence('file-not-chosen'),
        typed,
      });
    const upload = new FormData();
    upload.set('file', file);
    upload.set('unitId', unitId);
    const sent = await attempt(event, async (api) => {
      const evidence = await api.evidence.upload(upload);
      await api.pledge.sendPaper({ clientId, yearId, unitId, evidenceId: evidence.id, signedOn, signedBy });
    });
    if (!sent.ok) return fail(sent.failure.status, { ...sent.failure.data, which: 'scan', typed });
    return { done: 'scan' };
  },
  offer: async (event) => {
    const form = await event.request.formData();
    const done = await attempt(event, (api) =>
      api.pledge.offer({ clientId: formText(form, 'clientId'), yearId: formText(form, 'yearId') }),
    );
    return done.ok ? { done: 'offer' } : refusedAt('offer', done.failure);
  },
};
