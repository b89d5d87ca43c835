import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year, part } = await event.parent();
  const ready = year !== null && year.planVersion !== null && part?.state !== 'none';
  return { periods: ready ? await api(event).report.list({ yearId: year.id }) : null, now: event.locals.now };
};
