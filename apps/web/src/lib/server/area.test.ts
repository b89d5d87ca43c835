import { actionsOf } from '@giaouoc/domain/access/permissions';
import type { Role } from '@giaouoc/domain/access/roles';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '../viewer.ts';
import { otherPlaceFor } from './area.ts';

function person(role: Role, unitId: string | null): Viewer {
  const membership = {
    membershipId: '',
    federationId: '',
    federationName: '',
    role,
    title: '',
    unitId,
    unitName: unitId,
  };
  return {
    accountId: '',
    userName: '',
    demo: false,
    now: '2027-01-08T03:42:00Z',
    membership,
    permissions: actionsOf(role),
  };
}
const chair = person('chair', 'u');
const officer = person('officer', null);
const province = person('province', null);
const reader = person('reader', null);
const between = { ...officer, membership: null, permissions: [] };
const url = new URL('http://giaouoc.test/unit/report?line=1.6');
const [unit, federation, account, open] = [
  '/(unit)/unit/report',
  '/(federation)/federation',
  '/(account)/account',
  '/(public)/sign-in',
];

describe('which area is whose', () => {
  it('sends nobody to the sign-in page, and remembers where they wanted to go', () => {
    for (const route of [unit, federation, account])
      expect(otherPlaceFor(route, null, url)).toBe('/sign-in?next=%2Funit%2Freport%3Fline%3D1.6');
    expect(otherPlaceFor(open, null, url)).toBeNull();
    expect(otherPlaceFor(null, null, url)).toBeNull();
  });

  it.each([
    ['chair', chair, unit, null],
    ['chair', chair, federation, '/unit'],
    ['chair', chair, account, null],
    ['officer', officer, unit, '/federation'],
    ['officer', officer, federation, null],
    ['province', province, unit, '/account'],
    ['province', province, federation, '/account'],
    ['an account without a membership', between, unit, '/account'],
    ['an account without a membership', between, federation, '/account'],
    ['an account without a membership', between, account, null],
  ])('%s at %#', (_who, viewer, route, place) => {
    expect(otherPlaceFor(route, viewer, url)).toBe(place);
  });

  it.each([
    ['/federation', '/federation', '/federation'],
    ['/federation/verify', '/federation/verify', '/federation/verify'],
    ['/federation/units/u', '/federation/units/u', '/federation/units/u'],
    ['/federation/units/add', '/federation/units/add', '/federation'],
    ['/federation/settings', '/federation/settings', '/federation'],
    ['/federation/enter', '/federation/enter', '/federation'],
  ])('at %s an officer is at %s and a reader at %s', (path, ofOfficer, ofReader) => {
    const at = new URL(path, url);
    expect(otherPlaceFor('/(federation)/federation', officer, at) ?? path).toBe(ofOfficer);
    expect(otherPlaceFor('/(federation)/federation', reader, at) ?? path).toBe(ofReader);
  });
});
