import { sentence } from '@giaouoc/domain/messages/index';
import type { RouterOutputs } from '@giaouoc/api/contract';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { newId } from '#lib/new-id.ts';
import { byKey, postedLines, type PostedLine } from '#lib/report/posted-lines.ts';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { runningYearOf } from '#lib/server/year.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const year = await runningYearOf(event);
  const report = await api(event).report.get({ yearId: year.id, period: event.params.period });
  return {
    report,
    clientId: newId(),
    now: event.locals.now,
    back: { href: '/unit/report', label: 'Quay lại các kỳ báo cáo' },
  };
};

/** The whole report of a page without scripts: its figures, its files, and at most one file to take away. */
export const actions: Actions = {
  save,
  review: async (event) => {
    const saved = await save(event);
    if (!('message' in saved) || saved.message !== null) return saved;
    redirect(303, `/unit/report/${encodeURIComponent(event.params.period ?? '')}/send`);
  },
};

async function save(event: RequestEvent) {
  const form = await event.request.formData();
  const yearId = formText(form, 'yearId');
  const posted = postedLines(form);
  const answer = posted.length === 0 ? null : await saveLines(event, yearId, formText(form, 'clientId'), posted);
  if (answer && !answer.ok)
    return fail(answer.failure.status, {
      ...nothing,
      message: answer.failure.data.message,
      typed: typedOf(posted),
    });
  const files = await sendFiles(event, yearId, posted);
  const taken = await takeAway(event, yearId, formText(form, 'detach'));
  const lines = answer?.value.lines ?? [];
  const held = lines.filter(({ outcome }) => outcome !== 'saved');
  return {
    typed: typedOf(posted.filter((line) => held.some((one) => one.line === line.line && one.period === line.period))),
    outcomes: byKey(held),
    files: [...files, ...taken],
    savedAt: answer?.value.at ?? null,
    savedLines: lines.filter((line) => line.outcome === 'saved' && line.changed).length,
    savedFiles: posted.reduce((sum, line) => sum + line.files.length, 0) - files.length,
    takenAway: formText(form, 'detach') !== '' && taken.length === 0,
    message: held.length + files.length + taken.length > 0 ? sentence('figures-not-kept') : null,
  };
}

const nothing = {
  outcomes: byKey<RouterOutputs['report']['save']['lines'][number]>([]),
  files: [] as { key: string; name: string; message: string }[],
  savedAt: null,
  savedLines: 0,
  savedFiles: 0,
  takenAway: false,
};

/** Given back as typed when something was refused. */
const typedOf = (posted: readonly PostedLine[]) =>
  byKey(posted.map(({ line, period, fields, note }) => ({ line, period, fields, note })));

function saveLines(event: RequestEvent, yearId: string, clientId: string, posted: readonly PostedLine[]) {
  const lines = posted.map(({ line, period, fields, note, seen }) => ({ line, period, fields, note, seen }));
  return attempt(event, (api) => api.report.save({ clientId, yearId, lines }));
}

/** Each file stands for itself: a broken one never holds up the others, nor the figures. */
async function sendFiles(event: RequestEvent, yearId: string, posted: readonly PostedLine[]) {
  const failed: { key: string; name: string; message: string }[] = [];
  for (const { line, period, files } of posted) {
    for (const file of files) {
      const upload = new FormData();
      upload.set('file', file);
      upload.set('yearId', yearId);
      upload.set('place', `${line}|${period}`);
      const done = await attempt(event, (api) => api.evidence.upload(upload));
      if (!done.ok) failed.push({ key: `${period}|${line}`, name: file.name, message: done.failure.data.message });
    }
  }
  return failed;
}

/** `period|line|id` of a file to take away from its line. */
async function takeAway(event: RequestEvent, yearId: string, what: string) {
  const [period = '', line = '', evidenceId = ''] = what.split('|');
  if (evidenceId === '') return [];
  const clientId = newId();
  const done = await attempt(event, (api) => api.report.detach({ clientId, yearId, line, period, evidenceId }));
  return done.ok ? [] : [{ key: `${period}|${line}`, name: '', message: done.failure.data.message }];
}
