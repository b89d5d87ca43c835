import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { dayOf } from '@giaouoc/domain/period/local-time';
import { newId } from '#lib/new-id.ts';
import { sentence } from '@giaouoc/domain/messages/index';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { isEmpty, passkeyOrigin, readPresence, type Presence } from '#lib/server/presence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year, part } = await event.parent();
  const ready = year !== null && year.planVersion !== null && part?.state !== 'none';
  const now = event.locals.now;
  return {
    passkeyOrigin: ready ? await passkeyOrigin(event) : null,
    pledge: ready ? await api(event).pledge.mine({ yearId: year.id }) : null,
    papers: ready ? await api(event).pledge.myPapers({ yearId: year.id }) : [],
    signId: newId(),
    otherId: newId(),
    today: dayOf(now),
    now,
  };
};

/** What a refused form gets back, whichever it was. */
type Faulty = {
  about: 'targets' | 'sign' | 'decline' | 'paper';
  message: string;
  typed?: Record<string, string>;
  faults?: Record<string, { message: string; values: string[] }>;
};
const refuse = (status: number, faulty: Faulty) => fail(status, faulty);

export const actions: Actions = {
  /** Keeps the unit's own numbers and opens the sheet to sign. */
  targets: async (event) => {
    const form = await event.request.formData();
    const yearId = formText(form, 'yearId');
    const typed = Object.fromEntries(
      [...form.entries()].flatMap(([name, value]) =>
        name.startsWith('t.') && !name.endsWith('.means') ? [[name.slice(2), String(value)]] : [],
      ),
    );
    const empty = Object.keys(typed).filter((line) => typed[line]?.trim() === '');
    if (empty.length > 0)
      return refuse(400, {
        about: 'targets',
        message: sentence('target-missing', { lines: empty }),
        typed,
        faults: Object.fromEntries(empty.map((line) => [line, { message: sentence('target-not-typed'), values: [] }])),
      });
    const targets = Object.entries(typed).map(([line, text]) => {
      const means = formText(form, `t.${line}.means`);
      return { line, typed: text, ...(means && { means }) };
    });
    const clientId = formText(form, 'clientId');
    const done = await attempt(event, (api) => api.pledge.setTargets({ clientId, yearId, targets }));
    if (!done.ok) return refuse(done.failure.status, { about: 'targets', message: done.failure.data.message, typed });
    if (done.value.faults.length > 0)
      return refuse(400, {
        about: 'targets',
        message: sentence('targets-not-kept'),
        typed,
        faults: Object.fromEntries(
          done.value.faults.map(({ line, code, detail }) => {
            const values = Array.isArray(detail['values']) ? detail['values'].map(String) : [];
            return [line, { message: sentenceOf(code, detail), values }];
          }),
        ),
      });
    redirect(303, '/unit/pledge#sign');
  },
  sign: async (event) => {
    const form = await event.request.formData();
    const yearId = formText(form, 'yearId');
    const presence = presenceOf(form);
    if (isEmpty(presence)) return refuse(400, { about: 'sign', message: sentence('wrong-code') });
    const done = await attempt(event, (api) =>
      api.pledge.sign({
        clientId: formText(form, 'clientId'),
        yearId,
        version: Number(formText(form, 'version')),
        hash: formText(form, 'hash'),
        name: formText(form, 'name'),
        presence,
      }),
    );
    if (!done.ok) return refuse(done.failure.status, { about: 'sign', message: done.failure.data.message });
    redirect(303, `/unit/receipts/${done.value.receiptNumber}`);
  },
  decline: async (event) => {
    const form = await event.request.formData();
    const yearId = formText(form, 'yearId');
    const reason = formText(form, 'reason');
    const clientId = formText(form, 'clientId');
    const done = await attempt(event, (api) => api.pledge.decline({ clientId, yearId, reason }));
    if (!done.ok)
      return refuse(done.failure.status, { about: 'decline', message: done.failure.data.message, typed: { reason } });
    redirect(303, '/unit/pledge');
  },
  /** The photo of a sheet signed in ink. */
  paper: async (event) => {
    const form = await event.request.formData();
    const yearId = formText(form, 'yearId');
    const typed = { signedOn: formText(form, 'signedOn'), signedBy: formText(form, 'signedBy') };
    const sent = await sheetOf(event, form);
    if (!sent.ok) return refuse(400, { about: 'paper', message: sent.message, typed });
    const clientId = formText(form, 'clientId');
    const done = await attempt(event, (api) =>
      api.pledge.sendPaper({ clientId, yearId, evidenceId: sent.id, ...typed }),
    );
    if (!done.ok) return refuse(done.failure.status, { about: 'paper', message: done.failure.data.message, typed });
    redirect(303, '/unit/pledge');
  },
};

/** A passkey's answer, the code, or the password: each has its own form on this page. */
function presenceOf(form: FormData): Presence {
  if (formText(form, 'passkey') !== '') return readPresence(form);
  const password = formText(form, 'password');
  return password === ''
    ? { kind: 'code', secret: formText(form, 'code').replace(/\s/g, '') }
    : { kind: 'password', secret: password };
}

async function sheetOf(
  event: RequestEvent,
  form: FormData,
): Promise<{ ok: true; id: string } | { ok: false; message: string }> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return { ok: false, message: sentence('file-not-chosen') };
  const upload = new FormData();
  upload.set('file', file);
  const done = await attempt(event, (api) => api.evidence.upload(upload));
  return done.ok ? { ok: true, id: done.value.id } : { ok: false, message: done.failure.data.message };
}

/** Faults of targets come as codes of the list, with numbers as decimals. */
const sentenceOf = (code: string, detail: Record<string, unknown>): string =>
  sentence(code as Parameters<typeof sentence>[0], detail as Parameters<typeof sentence>[1]);
