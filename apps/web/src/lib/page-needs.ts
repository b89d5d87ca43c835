import type { Action } from '@giaouoc/domain/access/permissions';
import { may, type Viewer } from './viewer.ts';

/**
 * What the pages of a federation need, by the beginning of their address; the longest that fits counts. The rail, links that
 * look like buttons and the first wall (server/area.ts) are all held to it, so that nobody is led to a page that is not theirs.
 */
const needs: Record<string, Action> = {
  '/federation': 'overview.read',
  '/federation/remind': 'reminder.send',
  '/federation/plan': 'plan.read',
  '/federation/units': 'unit.read',
  '/federation/units/add': 'unit.write',
  '/federation/units/import': 'unit.write',
  '/federation/units/invitations': 'invitation.issue',
  '/federation/pledges': 'pledge.read',
  '/federation/verify': 'assessment.read',
  '/federation/enter': 'assessment.enter',
  '/federation/ranking': 'ranking.read',
  '/federation/papers': 'ranking.read',
  '/federation/audit': 'audit.read',
  '/federation/settings': 'federation.write',
  '/federation/years': 'year.write',
  '/federation/jobs': 'job.read',
};
const longestFirst = Object.entries(needs).sort(([a], [b]) => b.length - a.length);

/** What the page at this address needs; null where nothing beside being signed in is asked. */
export function neededFor(address: string): Action | null {
  const path = address.replace(/[?#].*$/, '');
  return longestFirst.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1] ?? null;
}

export function mayOpen(viewer: Viewer | null | undefined, address: string): boolean {
  const action = neededFor(address);
  return action === null || may(viewer, action);
}
