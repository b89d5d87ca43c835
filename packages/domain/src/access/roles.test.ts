import { describe, expect, it } from 'vitest';
import { capabilities } from './capabilities.ts';
import { actionsOf, may, type Action } from './permissions.ts';
import {
  capabilitiesOf,
  federationRoles,
  foundingRole,
  isUnitRole,
  roles,
  rolesWith,
  roleTitles,
  scopeKindOf,
  unitRoles,
} from './roles.ts';

describe('roles', () => {
  it.each(roles)('%s has capabilities of its own kind of scope only, each once', (role) => {
    const own = capabilitiesOf(role);
    expect(own.map((one) => one.split('.')[0]).filter((kind) => kind !== 'any' && kind !== scopeKindOf(role))).toEqual(
      [],
    );
    expect(new Set(own).size).toBe(own.length);
    expect(own.length).toBeGreaterThan(0);
  });

  it('are sorted by how far they get', () => {
    expect(unitRoles).toEqual(['chair', 'deputy', 'principal']);
    expect(federationRoles).toEqual(['officer', 'verifier', 'reader']);
    expect(roles.filter(isUnitRole)).toEqual(unitRoles);
    expect(new Set(Object.values(roleTitles)).size).toBe(roles.length);
  });

  it('have each capability that no later kind of person is waited for with', () => {
    expect(capabilities.filter((one) => rolesWith(one).length === 0)).toEqual(['assigned.see']);
    expect(rolesWith('federation.people')).toEqual([foundingRole]);
  });
});

/** What stands in a name that only reads. */
const reads = /(\.read|\.readOwn|\.follow|\.export)$/;

describe('who may what, against what PostgreSQL lets their role do', () => {
  it('the reader only reads, the verifier judges besides', () => {
    const ownAccount: Action = 'account.secondFactor';
    expect(actionsOf('reader').filter((action) => !reads.test(action))).toEqual([ownAccount]);
    expect(actionsOf('verifier').filter((action) => !may('reader', action))).toEqual(['assessment.write']);
    expect(actionsOf('reader').filter((action) => !may('verifier', action))).toEqual([]);
  });

  it('who may judge has the capability to, who works for a unit acts for it', () => {
    for (const role of roles) {
      expect(may(role, 'assessment.write'), role).toBe(capabilitiesOf(role).includes('federation.judge'));
      expect(may(role, 'people.write'), role).toBe(capabilitiesOf(role).includes('federation.people'));
      expect(may(role, 'unit.write'), role).toBe(capabilitiesOf(role).includes('federation.write'));
      expect(may(role, 'report.readOwn'), role).toBe(capabilitiesOf(role).includes('unit.act'));
      expect(may(role, 'overview.read'), role).toBe(capabilitiesOf(role).includes('federation.see'));
    }
  });
});
