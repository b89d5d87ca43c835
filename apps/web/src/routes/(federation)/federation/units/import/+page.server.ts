import { fail, redirect } from '@sveltejs/kit';
import type { RouterInputs } from '@giaouoc/api/contract';
import { jsonExcess, requestBounds } from '@giaouoc/domain/text/json-bounds';
import { attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { sentence } from '#lib/messages/index.ts';
import type { Actions, PageServerLoad } from './$types';

type Rows = RouterInputs['unitImport']['carryOut']['rows'];

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year) redirect(303, '/federation/years');
  return { clientId: crypto.randomUUID(), back: { href: '/federation/units', label: 'Đơn vị' } };
};

export const actions: Actions = {
  check: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0)
      return fail(400, {
        code: 'workbook-empty' as const,
        message: 'Chưa chọn tệp. Chọn tệp Excel đã điền rồi xem trước.',
      });
    // The schema of the API says how large; this only keeps a film from being turned into text first.
    if (file.size > 4_000_000)
      return fail(413, { code: 'too-large' as const, message: sentence('too-large', { max: '2 MB' }) });
    const bytes = Buffer.from(await file.arrayBuffer());
    const yearId = formText(form, 'yearId');
    const done = await attempt(event, (api) => api.unitImport.check({ yearId, file: bytes.toString('base64') }));
    if (!done.ok) return done.failure;
    const { faults, warnings, rows, ...checked } = done.value;
    const said = (list: typeof faults) =>
      list.map(({ code, detail, ...cell }) => ({ ...cell, message: sentence(code, detail ?? {}) }));
    return {
      checked: { ...checked, name: file.name, faults: said(faults), warnings: said(warnings) },
      rows: faults.length === 0 ? JSON.stringify(rows) : null,
    };
  },
  carryOut: async (event) => {
    const form = await event.request.formData();
    const text = formText(form, 'rows');
    if (jsonExcess(text, requestBounds))
      return fail(413, { code: 'too-complex' as const, message: sentence('too-complex') });
    let rows: Rows;
    try {
      rows = JSON.parse(text) as Rows;
    } catch {
      return fail(400, { code: 'invalid-input' as const, message: sentence('invalid-input') });
    }
    const done = await attempt(event, (api) =>
      api.unitImport.carryOut({ clientId: formText(form, 'clientId'), yearId: formText(form, 'yearId'), rows }),
    );
    if (!done.ok) return done.failure;
    return { imported: done.value };
  },
};
