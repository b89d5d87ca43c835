import type { LayoutServerLoad } from './$types';

/** Who is looking, for menus and buttons of every page. */
export const load: LayoutServerLoad = ({ locals }) => ({ viewer: locals.viewer });
