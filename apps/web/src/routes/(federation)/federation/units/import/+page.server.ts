import { fail, redirect } from '@sveltejs/kit';
import type { RouterInputs } from '@giaouoc/api/contract';
import { jsonExcess, requestBounds } from '@giaouoc/domain/text/json-bounds';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { sentence } from '@giaouoc/domain/messages/index';
import { largestList } from './largest-list.ts';
import type { Actions, PageServerLoad } from './$types';

type Rows = RouterInputs['unitImport']['carryOut']['rows'];

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  const { blocks } = await api(event).year.get({ yearId: year.id });
  return {
    clientId: crypto.randomUUID(),
    blocks: blocks.map(({ code, name }) => ({ code, name })),
    back: { href: '/federation/units', label: 'Đơn vị' },
  };
};

export const actions: Actions = {
  check: async (event) => {
    const form = await event.request.formData();
    const given = await givenFile(form);
    if (typeof given === 'string') return fail(given === 'file-not-chosen' ? 400 : 413, ofFile(given));
    const yearId = formText(form, 'yearId');
    const { file, name } = given;
    const done = await attempt(event, (api) => api.unitImport.check({ yearId, file, ...choicesOf(form) }));
    // Whatever is said about a workbook is said about the field it was chosen in.
    if (!done.ok)
      return fail(done.failure.status, {
        ...done.failure.data,
        at: /^(workbook-|rows-too)/.test(done.failure.data.code) ? 'file' : null,
      });
    const { faults, warnings, rows, ...checked } = done.value;
    const said = (list: typeof faults) =>
      list.map(({ code, detail, ...cell }) => ({ ...cell, code, message: sentence(code, detail ?? {}) }));
    return {
      checked: { ...checked, name, faults: said(faults), warnings: said(warnings) },
      // To read it again with other choices, also before scripts load.
      kept: file,
      rows: faults.length === 0 ? JSON.stringify(rows) : null,
    };
  },
  carryOut: async (event) => {
    const form = await event.request.formData();
    const text = formText(form, 'rows');
    if (jsonExcess(text, requestBounds))
      return fail(413, { code: 'too-complex' as const, message: sentence('too-complex'), at: null });
    let rows: Rows;
    try {
      rows = JSON.parse(text) as Rows;
    } catch {
      return fail(400, { code: 'invalid-input' as const, message: sentence('invalid-input'), at: null });
    }
    const done = await attempt(event, (api) =>
      api.unitImport.carryOut({ clientId: formText(form, 'clientId'), yearId: formText(form, 'yearId'), rows }),
    );
    if (!done.ok) return fail(done.failure.status, { ...done.failure.data, at: null });
    return { imported: done.value };
  },
};

/** The chosen file in base64, or the one that was read before; why there is none. */
async function givenFile(form: FormData): Promise<{ file: string; name: string } | keyof typeof fileWords> {
  const kept = formText(form, 'kept');
  if (kept !== '') return { file: kept, name: formText(form, 'name').slice(0, 200) };
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return 'file-not-chosen';
  // The API says the same; this only keeps a film from being turned into text first.
  if (file.size > largestList) return 'workbook-file-too-large';
  return { file: Buffer.from(await file.arrayBuffer()).toString('base64'), name: file.name };
}

const fileWords = {
  'file-not-chosen': sentence('file-not-chosen'),
  'workbook-file-too-large': sentence('workbook-file-too-large', { most: largestList / 1024 / 1024 }),
} as const;
const ofFile = (code: keyof typeof fileWords) => ({ code, message: fileWords[code], at: 'file' });

/** Which sheets to read, and which block the person says that words mean. */
function choicesOf(form: FormData) {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const codes = texts('blockCode');
  const blocks = texts('blockWords').flatMap((words, i) => (codes[i] ? [{ words, code: codes[i] }] : []));
  return { blocks, ...(form.has('choosing') && { sheets: texts('sheet') }) };
}
