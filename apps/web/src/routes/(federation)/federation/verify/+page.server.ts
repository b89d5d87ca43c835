import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { addDays, dayOf } from '@giaouoc/domain/period/local-time';
import { sentence } from '@giaouoc/domain/messages/index';
import { isErrorCode } from '@giaouoc/domain/error-codes';
import { api, attempt } from '#lib/server/api.ts';
import { figureFaults, readFigureFields } from '#lib/server/figure-form.ts';
import { formText } from '#lib/server/form-text.ts';
import { caseOf, caseText, isSame, placeOf, queryOf, readCase, type CaseKey } from './place.ts';
import { decisionWords, readyReasons } from './verify-words.ts';
import type { Actions, PageServerLoad } from './$types';

const page = '/federation/verify';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  const place = placeOf(event.url.searchParams);
  const now = event.locals.now;
  const common = {
    place,
    now,
    clientId: crypto.randomUUID(),
    // A week is what a unit needs to find a paper again.
    dueDefault: `${addDays(dayOf(now), 7)}T17:00`,
    last: lastOf(event.url.searchParams),
    many: Number(event.url.searchParams.get('many') ?? '0') || 0,
    left: Number(event.url.searchParams.get('left') ?? '0') || 0,
  };
  if (year.planVersion === null) return { ...common, queue: null, item: null };
  const queue = await api(event).assessment.queue({
    yearId: year.id,
    by: place.by,
    show: place.show,
    page: place.page,
    ...(place.open && { open: place.open }),
    ...(place.block && { block: place.block }),
  });
  const asked = caseOf(event.url.searchParams);
  const chosen = asked ?? queue.items[0] ?? null;
  const got = chosen
    ? await attempt(event, (api) =>
        api.assessment.item({ yearId: year.id, unitId: chosen.unitId, line: chosen.line, period: chosen.period }),
      )
    : null;
  return {
    ...common,
    place: { ...place, open: queue.open ?? '' },
    queue,
    item: got?.ok ? got.value : null,
    /** The figure asked for is no longer there: withdrawn, most often. */
    gone: got !== null && !got.ok,
    counts: { [page]: queue.waiting },
  };
};

/** What was judged just now, for taking it back: the figure, its revision, the decision. */
function lastOf(query: URLSearchParams): (CaseKey & { seen: number; decision: string; words: string }) | null {
  const last = readCase(query.get('last') ?? '');
  const decision = query.get('decision') ?? '';
  return last && { ...last, decision, words: decisionWords[decision] ?? 'thẩm định' };
}

type Judged = {
  cases: { unitId: string; line: string; period: string; done: boolean; code: string | null; revision: number }[];
};

/** After one judgement: on to the next figure, or kindly why not. */
function onward(event: RequestEvent, form: FormData, judged: Judged, decision: string) {
  const [one] = judged.cases;
  if (!one?.done) {
    const code = isErrorCode(one?.code) ? one.code : 'stale-revision';
    return fail(409, { which: 'judge', code, message: sentence(code) });
  }
  const query = queryOf(placeOf(event.url.searchParams), readCase(formText(form, 'next')));
  query.set('last', caseText(one, one.revision));
  query.set('decision', decision);
  redirect(303, `${page}?${query}`);
}

/** Fields every judgement carries. */
function common(form: FormData) {
  return { clientId: formText(form, 'clientId'), yearId: formText(form, 'yearId') };
}

export const actions: Actions = {
  accept: async (event) => {
    const form = await event.request.formData();
    const cases = form.getAll('case').flatMap((text) => readCase(String(text)) ?? []);
    if (cases.length === 0) return fail(400, { which: 'many', message: sentence('figure-not-chosen') });
    const done = await attempt(event, (api) => api.assessment.accept({ ...common(form), cases }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'judge' });
    if (cases.length === 1) return onward(event, form, done.value, 'accepted');
    const accepted = done.value.cases.filter((one) => one.done).length;
    const query = queryOf(placeOf(event.url.searchParams));
    query.set('many', String(accepted));
    query.set('left', String(cases.length - accepted));
    redirect(303, `${page}?${query}`);
  },
  adjust: async (event) => {
    const form = await event.request.formData();
    const one = readCase(formText(form, 'case'));
    if (!one) return fail(400, { which: 'judge', message: sentence('invalid-input') });
    const kind = formText(form, 'kind') === 'points' ? ('points' as const) : ('figure' as const);
    const fields = readFigureFields(form, 'f.');
    const reason = formText(form, 'reason');
    const points = formText(form, 'typedPoints');
    const done = await attempt(event, (api) =>
      api.assessment.adjust({
        ...common(form),
        ...one,
        reason,
        correction: kind === 'points' ? { kind, typed: points } : { kind, fields },
      }),
    );
    if (done.ok) return onward(event, form, done.value, 'adjusted');
    const faults = figureFaults(done.failure.data.current);
    const { code, message } = done.failure.data;
    return fail(done.failure.status, {
      which: code === 'already-assessed' || code === 'stale-revision' ? 'judge' : 'adjust',
      code,
      message,
      faults,
      typed: { kind, fields, reason, points },
    });
  },
  return: async (event) => {
    const form = await event.request.formData();
    const one = readCase(formText(form, 'case'));
    if (!one) return fail(400, { which: 'judge', message: sentence('invalid-input') });
    const ready = readyReasons[Number(formText(form, 'ready'))]?.text ?? '';
    const own = formText(form, 'own').trim();
    const reason = [ready, own].filter(Boolean).join(' ');
    const due = formText(form, 'due');
    const done = await attempt(event, (api) =>
      api.assessment.return({ ...common(form), cases: [one], reason, ...(due && { due }) }),
    );
    if (done.ok) return onward(event, form, done.value, 'returned');
    return fail(done.failure.status, {
      which: 'return',
      code: done.failure.data.code,
      message: done.failure.data.message,
      typed: { ready: formText(form, 'ready'), own, due },
    });
  },
  undo: async (event) => {
    const form = await event.request.formData();
    const one = readCase(formText(form, 'case'));
    if (!one) return fail(400, { which: 'judge', message: sentence('invalid-input') });
    const done = await attempt(event, (api) => api.assessment.undo({ ...common(form), ...one }));
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, which: 'judge' });
    const place = placeOf(event.url.searchParams);
    const stays = isSame(caseOf(event.url.searchParams), one);
    // Back to the figure itself, in the list where it waits again.
    redirect(303, `${page}?${queryOf(stays ? place : { ...place, page: 1 }, one)}`);
  },
};
