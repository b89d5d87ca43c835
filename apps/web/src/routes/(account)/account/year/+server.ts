import { redirect } from '@sveltejs/kit';
import { ownPath } from '#lib/own-path.ts';
import { keepYear } from '#lib/server/year.ts';
import type { RequestHandler } from './$types';

/** Which year one looks at, kept on this device; back to the page it was asked from, whose address then names the year. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const yearId = String(form.get('yearId') ?? '');
  const back = ownPath(String(form.get('back') ?? '')) ?? '/';
  if (!/^[0-9a-f-]{36}$/.test(yearId)) redirect(303, back);
  keepYear(event, yearId);
  const to = new URL(back, event.url);
  to.searchParams.set('year', yearId);
  redirect(303, to.pathname + to.search);
};
