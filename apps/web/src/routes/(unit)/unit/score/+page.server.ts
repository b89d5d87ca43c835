import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year, part } = await event.parent();
  if (!year || year.planVersion === null || part?.state === 'none')
    return { sheet: null, standing: null, now: event.locals.now };
  const of = { yearId: year.id };
  const [sheet, standing] = await Promise.all([api(event).score.mine(of), api(event).score.standing(of)]);
  return { sheet, standing, now: Date.parse(sheet.at) };
};
