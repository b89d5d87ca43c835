import { fail, redirect } from '@sveltejs/kit';
import { api, attempt } from '#lib/server/api.ts';
import { figureFaults, readFigureFields } from '#lib/server/figure-form.ts';
import { formText } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  const common = { now: event.locals.now, back: { href: '/federation/verify', label: 'Thẩm định' } };
  if (year.planVersion === null) return { ...common, entries: null, ids: [] };
  const [line, period] = [event.url.searchParams.get('line'), event.url.searchParams.get('period')];
  const entries = await api(event).assessment.entries({
    yearId: year.id,
    ...(line && { line }),
    ...(period && { period }),
  });
  return { ...common, entries, ids: (entries.open?.rows ?? []).map(() => crypto.randomUUID()) };
};

type Fault = { field: string; code: string; detail?: Record<string, unknown> };
/** What could not be saved of a row, given back as typed. */
type Held = { message: string; faults: Fault[]; fields: Record<string, string | string[]> };

const plain = (fields: Record<string, string | string[]>) =>
  JSON.stringify(
    Object.entries(fields)
      .filter(([, value]) => value.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

export const actions: Actions = {
  /**
   * Saves what was typed, row by row, so that one faulty row never holds up the others: one row by its own button, all
   * changed rows by the button below, and `rest` enters "none" for every row still empty.
   */
  save: async (event) => {
    const form = await event.request.formData();
    const [yearId, line, period] = ['yearId', 'line', 'period'].map((name) => formText(form, name)) as [
      string,
      string,
      string,
    ];
    const count = Math.min(2000, Number(formText(form, 'rows')) || 0);
    const only = formText(form, 'row');
    const rest = formText(form, 'rest') !== '';
    const held: Record<string, Held> = {};
    let saved = 0;
    for (let index = 0; index < count; index += 1) {
      const prefix = `r${index}.`;
      const unitId = formText(form, `${prefix}unit`);
      const typed = readFigureFields(form, `${prefix}f.`);
      const changed = plain(typed) !== formText(form, `${prefix}was`);
      const isEmpty = plain(typed) === '[]';
      const fields = rest && isEmpty ? { none: 'on' } : typed;
      if (only !== '' ? only !== String(index) : rest ? !isEmpty : !changed || isEmpty) continue;
      const done = await attempt(event, (api) =>
        api.assessment.enter({
          clientId: formText(form, `${prefix}id`),
          yearId,
          unitId,
          line,
          period,
          seen: Number(formText(form, `${prefix}seen`)) || 0,
          fields,
        }),
      );
      if (done.ok) saved += 1;
      else
        held[unitId] = {
          message: done.failure.data.message,
          faults: figureFaults(done.failure.data.current),
          fields: typed,
        };
    }
    const result = { saved, held, line, period };
    return Object.keys(held).length > 0 ? fail(400, result) : result;
  },
  undo: async (event) => {
    const form = await event.request.formData();
    const index = formText(form, 'undo');
    const prefix = `r${index}.`;
    const unitId = formText(form, `${prefix}unit`);
    const done = await attempt(event, (api) =>
      api.assessment.undo({
        clientId: formText(form, `${prefix}id`),
        yearId: formText(form, 'yearId'),
        unitId,
        line: formText(form, 'line'),
        period: formText(form, 'period'),
        seen: Number(formText(form, `${prefix}seen`)) || 0,
      }),
    );
    if (done.ok) return { undone: true };
    const held: Record<string, Held> = { [unitId]: { message: done.failure.data.message, faults: [], fields: {} } };
    return fail(done.failure.status, { saved: 0, held });
  },
};
