import { redirect } from '@sveltejs/kit';
import { leftOutOf } from '#lib/people/left-out-of.ts';
import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** One unit as the officer answers for it: points down to the why, pledge, reports. */
export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  if (!year || year.planVersion === null) redirect(303, `/federation/units/${event.params.unitId}`);
  const at = { yearId: year.id, unitId: event.params.unitId };
  const [unit, sheet, periods, pledge] = await Promise.all([
    api(event).unit.get(at),
    api(event).score.of(at),
    api(event).report.listOf(at),
    api(event).pledge.of(at),
  ]);
  return {
    sheet,
    periods,
    leftOut: leftOutOf(unit),
    pledge: pledge && { stateWords: pledge.stateWords, state: pledge.state },
    now: event.locals.now,
    back: { href: '/federation/units', label: 'Đơn vị' },
  };
};
