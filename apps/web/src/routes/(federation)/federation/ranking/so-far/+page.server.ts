import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** Points so far of all units, for a review in the middle of the year. */
export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year || year.planVersion === null) redirect(303, '/federation/ranking');
  return {
    board: await api(event).ranking.soFar({ yearId: year.id }),
    back: { href: `/federation/ranking?year=${year.id}`, label: 'Xếp hạng' },
  };
};
