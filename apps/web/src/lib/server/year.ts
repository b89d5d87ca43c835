import type { RouterOutputs } from '@giaouoc/api/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';

export type Year = RouterOutputs['year']['list'][number];

/**
 * The years of the federation and the one this person looks at: the one they chose, else the one the API takes. For
 * layouts; pages take `year` from `await parent()` and name it in every question, so that a page never mixes two years.
 */
export async function yearsOf(event: RequestEvent): Promise<{ year: Year | null; years: Year[] }> {
  const years = await api(event).year.list();
  const chosen = event.cookies.get('year');
  const year = years.find(({ id }) => id === chosen) ?? years.find(({ current }) => current) ?? null;
  return { year, years };
}

/** The year of a page that needs a published plan; without one the page is not there yet. */
export async function runningYearOf(event: RequestEvent): Promise<Year> {
  const { year } = await yearsOf(event);
  if (!year || year.planVersion === null) error(404, 'plan-not-published', { code: 'plan-not-published' });
  return year;
}
