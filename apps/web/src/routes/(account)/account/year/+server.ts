import { redirect } from '@sveltejs/kit';
import { ownPath } from '#lib/own-path.ts';
import type { RequestHandler } from './$types';

/** Which year one looks at, kept on this device; back to the page it was asked from. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const yearId = String(form.get('yearId') ?? '');
  if (/^[0-9a-f-]{36}$/.test(yearId))
    cookies.set('year', yearId, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      maxAge: 31_536_000,
    });
  redirect(303, ownPath(String(form.get('back') ?? '')) ?? '/');
};
