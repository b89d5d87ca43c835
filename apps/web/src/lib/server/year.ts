import type { RouterOutputs } from '@giaouoc/api/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';

export type Year = RouterOutputs['year']['list'][number];

/**
 * The years of the federation and the one this person looks at: the one the address names, else the one they looked at
 * last on this device, else the one the API takes. For layouts; pages take `year` from `await parent()` and name it in
 * every question, so that a page never mixes two years.
 */
export async function yearsOf(event: RequestEvent): Promise<{ year: Year | null; years: Year[] }> {
  const years = await api(event).year.list();
  const named = years.find(({ id }) => id === event.url.searchParams.get('year'));
  const kept = event.cookies.get('year');
  if (named && named.id !== kept) keepYear(event, named.id);
  const year = named ?? years.find(({ id }) => id === kept) ?? years.find(({ current }) => current) ?? null;
  return { year, years };
}

/** Remembers on this device which year one looks at, for addresses that name none. */
export function keepYear({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, yearId: string): void {
  const secure = url.protocol === 'https:';
  cookies.set('year', yearId, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 31_536_000 });
}

/** The year of a page that needs a published plan; without one the page is not there yet. */
export async function runningYearOf(event: RequestEvent): Promise<Year> {
  const { year } = await yearsOf(event);
  if (!year || year.planVersion === null) error(404, 'plan-not-published', { code: 'plan-not-published' });
  return year;
}
