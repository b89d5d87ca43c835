import type { Capability, ScopeKind } from './capabilities.ts';

type Entry = {
  /** What people read; `title` of a membership may say it more precisely ("Phó Chủ tịch phụ trách"). */
  title: string;
  /** How far the role gets; a role of a `unit` names its unit in the membership, every other one must not. */
  scope: ScopeKind;
  /** What PostgreSQL lets it do with the rows it gets to. */
  capabilities: readonly Capability[];
};

/**
 * Who a person is for one federation (design: people). One membership has one role; a person with two roles has two
 * memberships and works as one of them at a time. The deeds of a role stand in permissions.ts. How to add one:
 * docs/conventions.md.
 */
const entries = {
  chair: { title: 'Chủ tịch công đoàn cơ sở', scope: 'unit', capabilities: ['any.belong', 'unit.act'] },
  deputy: { title: 'Ủy viên ban chấp hành công đoàn cơ sở', scope: 'unit', capabilities: ['any.belong', 'unit.act'] },
  principal: { title: 'Thủ trưởng đơn vị', scope: 'unit', capabilities: ['any.belong', 'unit.act'] },
  officer: {
    title: 'Cán bộ công đoàn cấp trên',
    scope: 'federation',
    capabilities: ['any.belong', 'federation.see', 'federation.write', 'federation.judge', 'federation.people'],
  },
  verifier: {
    title: 'Cán bộ thẩm định',
    scope: 'federation',
    capabilities: ['any.belong', 'federation.see', 'federation.judge'],
  },
  reader: {
    title: 'Người theo dõi (chỉ xem)',
    scope: 'federation',
    capabilities: ['any.belong', 'federation.see'],
  },
  province: { title: 'Cán bộ liên đoàn lao động tỉnh', scope: 'province', capabilities: ['province.see'] },
} as const satisfies Record<string, Entry>;

export type Role = keyof typeof entries;
/** Every role, in the order in which lists show them. */
export const roles = Object.keys(entries) as [Role, ...Role[]];

type RoleOf<Kind extends ScopeKind> = {
  [R in Role]: (typeof entries)[R]['scope'] extends Kind ? R : never;
}[Role];
const rolesOf = <Kind extends ScopeKind>(kind: Kind) =>
  roles.filter((role) => entries[role].scope === kind) as [RoleOf<Kind>, ...RoleOf<Kind>[]];

/** As whom something is entered in the trail: as a person works, or the product itself where it puts stored data right. */
export const trailRoles = [...roles, 'system'] as const;

/** Roles that act for one unit. */
export type UnitRole = RoleOf<'unit'>;
export const unitRoles = rolesOf('unit');
export const isUnitRole = (role: Role): role is UnitRole => entries[role].scope === 'unit';

/** Roles of people who work for the federation itself. */
export type FederationRole = RoleOf<'federation'>;
export const federationRoles = rolesOf('federation');

export const roleTitles = Object.fromEntries(roles.map((role) => [role, entries[role].title])) as Record<Role, string>;
export const scopeKindOf = (role: Role): ScopeKind => entries[role].scope;
export const capabilitiesOf = (role: Role): readonly Capability[] => entries[role].capabilities;

/** The roles that have a capability. */
export const rolesWith = (capability: Capability): Role[] =>
  roles.filter((role) => capabilitiesOf(role).includes(capability));

/** What the first person of a federation is, who sets it up. */
export const foundingRole: Role = 'officer';
