import { api } from '#lib/server/api.ts';
import { yearsOf } from '#lib/server/year.ts';
import type { LayoutServerLoad } from './$types';

/** The year one works in and the unit's part in it, for the bar above and for every page below. */
export const load: LayoutServerLoad = async (event) => {
  const years = await yearsOf(event);
  return { ...years, part: years.year ? await api(event).home.part({ yearId: years.year.id }) : null };
};
