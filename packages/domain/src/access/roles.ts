/**
 * Who a person is for one federation (design: people). One membership has one role; a person with two roles has two
 * memberships and works as one of them at a time.
 */
export const roles = ['chair', 'deputy', 'principal', 'officer', 'province'] as const;
export type Role = (typeof roles)[number];

/** Roles that act for one unit; a membership with such a role names its unit, every other one must not. */
export const unitRoles = ['chair', 'deputy', 'principal'] as const satisfies readonly Role[];
export type UnitRole = (typeof unitRoles)[number];

export const isUnitRole = (role: Role): role is UnitRole => (unitRoles as readonly Role[]).includes(role);

/** As whom something is entered in the trail: as a person works, or the product itself where it puts stored data right. */
export const trailRoles = [...roles, 'system'] as const;

/** What people read; `title` of a membership may say it more precisely ("Phó Chủ tịch phụ trách"). */
export const roleTitles: Record<Role, string> = {
  chair: 'Chủ tịch công đoàn cơ sở',
  deputy: 'Ủy viên ban chấp hành công đoàn cơ sở',
  principal: 'Thủ trưởng đơn vị',
  officer: 'Cán bộ công đoàn cấp trên',
  province: 'Cán bộ liên đoàn lao động tỉnh',
};
