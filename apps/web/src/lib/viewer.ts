import type { RouterOutputs } from '@giaouoc/api/contract';
import type { Action } from '@giaouoc/domain/access/permissions';

/** Who is looking at the page: the session, the membership worked in, and what the menus may offer. */
export type Viewer = NonNullable<RouterOutputs['session']['me']>;

/** May this person do it? Draws menus and buttons; the API asks again. */
export function may(viewer: Viewer | null | undefined, action: Action): boolean {
  return viewer?.permissions.includes(action) ?? false;
}

/** The first page of a role. */
export function homeOf(viewer: Viewer): '/unit' | '/federation' | '/account' {
  if (viewer.membership?.unitId) return '/unit';
  return may(viewer, 'overview.read') ? '/federation' : '/account';
}
