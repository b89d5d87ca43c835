import { redirect } from '@sveltejs/kit';
import { homeOf } from '#lib/viewer.ts';
import type { PageServerLoad } from './$types';

/** The address people type: on to the sign-in page, or to where their role begins. */
export const load: PageServerLoad = ({ locals }) => {
  redirect(303, locals.viewer ? homeOf(locals.viewer) : '/sign-in');
};
