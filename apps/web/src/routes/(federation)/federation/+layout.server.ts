import { yearsOf } from '#lib/server/year.ts';
import type { LayoutServerLoad } from './$types';

/** The year one works in, for the bar above and for every page below. */
export const load: LayoutServerLoad = (event) => yearsOf(event);
