import { sentence } from '@giaouoc/domain/messages/index';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { addDays, dayOf } from '@giaouoc/domain/period/local-time';
import { leftOutOf } from '#lib/people/left-out-of.ts';
import { api, attempt } from '#lib/server/api.ts';
import { figureFaults, readFigureFields } from '#lib/server/figure-form.ts';
import { formText } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

/** A unit's report as the officer enters it in the unit's place; every figure is marked so. */
export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year || year.planVersion === null) redirect(303, `/federation/units/${event.params.unitId}`);
  const { unitId, period } = event.params;
  const [unit, report] = await Promise.all([
    api(event).unit.get({ yearId: year.id, unitId }),
    api(event).report.getOf({ yearId: year.id, unitId, period }),
  ]);
  return {
    report,
    leftOut: leftOutOf(unit),
    now: event.locals.now,
    dueDefault: `${addDays(dayOf(Math.max(event.locals.now, Date.parse(report.period.due))), 7)}T17:00`,
    ids: { save: crypto.randomUUID(), submit: crypto.randomUUID(), extend: crypto.randomUUID() },
    back: { href: `/federation/units/${unitId}/score`, label: 'Bảng điểm của đơn vị' },
  };
};

type Fault = { field: string; code: string; detail?: Record<string, unknown> };
type Typed = { fields: Record<string, string | string[]>; note: string };
/** What could not be saved of a line, given back as typed. */
type Held = Typed & { message: string; faults: Fault[] };

/** The lines whose inputs were changed, as the API takes them. */
function typedLines(form: FormData) {
  const count = Math.min(200, Number(formText(form, 'rows')) || 0);
  return Array.from({ length: count }, (_, index) => {
    const prefix = `r${index}.`;
    const fields = readFigureFields(form, `${prefix}f.`);
    const files = form.getAll(`${prefix}file`).filter((file) => file instanceof File && file.size > 0) as File[];
    return {
      line: formText(form, `${prefix}line`),
      period: formText(form, `${prefix}period`),
      seen: Number(formText(form, `${prefix}seen`)) || 0,
      note: formText(form, `${prefix}note`),
      fields,
      files,
      changed: plain(fields, formText(form, `${prefix}note`)) !== formText(form, `${prefix}was`),
    };
  });
}

const plain = (fields: Record<string, string | string[]>, note: string) =>
  JSON.stringify([
    Object.entries(fields)
      .filter(([, value]) => value.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    note,
  ]);

/** Files first, each for itself; then the figures that were changed. */
async function keep(event: RequestEvent, form: FormData, unitId: string) {
  const lines = typedLines(form);
  const held: Record<string, Held> = {};
  let kept = 0;
  for (const { line, period, files, fields, note } of lines)
    for (const file of files) {
      const upload = new FormData();
      upload.set('file', file);
      upload.set('unitId', unitId);
      upload.set('yearId', formText(form, 'yearId'));
      upload.set('place', `${line}|${period}`);
      const done = await attempt(event, (api) => api.evidence.upload(upload));
      if (done.ok) kept += 1;
      else
        held[`${period}|${line}`] = { message: `${file.name}: ${done.failure.data.message}`, faults: [], fields, note };
    }
  const changed = lines.filter((line) => line.changed);
  if (changed.length === 0) return { ok: true as const, saved: kept, held };
  const done = await attempt(event, (api) =>
    api.report.saveFor({
      clientId: formText(form, 'saveId'),
      yearId: formText(form, 'yearId'),
      unitId,
      lines: changed.map(({ line, period, seen, note, fields }) => ({ line, period, seen, note, fields })),
    }),
  );
  if (!done.ok) {
    const typed: Record<string, Typed> = Object.fromEntries(
      changed.map(({ line, period, fields, note }) => [`${period}|${line}`, { fields, note }]),
    );
    return { ok: false as const, failure: done.failure, typed };
  }
  for (const one of done.value.lines) {
    const typed = changed.find((line) => line.line === one.line && line.period === one.period);
    const { fields, note } = typed ?? { fields: {}, note: '' };
    const at = `${one.period}|${one.line}`;
    if (one.outcome === 'refused') held[at] = { message: '', faults: figureFaults(one.faults), fields, note };
    else if (one.outcome === 'stale')
      held[at] = {
        message: sentence('figure-changed-since'),
        faults: [],
        fields,
        note,
      };
    else if (one.changed) kept += 1;
  }
  return { ok: true as const, saved: kept, held };
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const done = await keep(event, form, event.params.unitId);
    if (!done.ok)
      return fail(done.failure.status, { message: done.failure.data.message, held: {}, saved: 0, typed: done.typed });
    const result = { saved: done.saved, held: done.held };
    return Object.keys(done.held).length > 0 ? fail(400, result) : result;
  },
  submit: async (event) => {
    const form = await event.request.formData();
    const { unitId, period } = event.params;
    const kept = await keep(event, form, unitId);
    if (!kept.ok)
      return fail(kept.failure.status, { message: kept.failure.data.message, held: {}, saved: 0, typed: kept.typed });
    if (Object.keys(kept.held).length > 0) return fail(400, { saved: kept.saved, held: kept.held });
    const done = await attempt(event, (api) =>
      api.report.submitFor({
        clientId: formText(form, 'submitId'),
        yearId: formText(form, 'yearId'),
        unitId,
        period,
        leaveOut: form.getAll('leaveOut').map(String),
        again: form.getAll('again').map(String),
      }),
    );
    if (!done.ok) return fail(done.failure.status, { message: done.failure.data.message, saved: kept.saved, held: {} });
    return { sent: done.value.number };
  },
  extend: async (event) => {
    const form = await event.request.formData();
    const { unitId, period } = event.params;
    const [due, reason] = [formText(form, 'due'), formText(form, 'reason')];
    const done = await attempt(event, (api) =>
      api.report.extend({
        clientId: formText(form, 'clientId'),
        yearId: formText(form, 'yearId'),
        unitId,
        period,
        due,
        reason,
      }),
    );
    if (!done.ok) return fail(done.failure.status, { extendMessage: done.failure.data.message, due, reason });
    return { extended: true };
  },
};
