import { mayOpen } from '../page-needs.ts';
import { homeOf, type Viewer } from '../viewer.ts';
import { signInPath } from './api.ts';

/**
 * Where this request belongs instead, or null when it may stay. Areas go by the route's group: `(unit)`, `(federation)`
 * and `(account)` are for people signed in, the first two for people of that side; within it, pages go by what they need. A first wall and a courtesy; the API
 * is the second wall, row-level security the third.
 */
export function otherPlaceFor(route: string | null, viewer: Viewer | null, url: URL): string | null {
  const area = /^\/\((unit|federation|account)\)/.exec(route ?? '')?.[1];
  if (area === undefined) return null;
  if (!viewer) return signInPath(url);
  if (area === 'account') return null;
  const home = homeOf(viewer);
  return home === `/${area}` && mayOpen(viewer, url.pathname) ? null : home;
}
