import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** How far each federation's trail is sealed (R5): for whoever wants to keep a head and hold the trail against it later. */
export const load: PageServerLoad = async (event) => ({ heads: await api(event).audit.heads() });
