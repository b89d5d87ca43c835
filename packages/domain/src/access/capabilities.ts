/**
 * What PostgreSQL asks of whoever is asking: few, coarse, and about rows, where the list of permissions (permissions.ts) is about
 * deeds. Policies, guards and named functions ask `app.has('federation.judge')`, never for a role. Which role has which stands in
 * roles.ts; packages/db/sql/roles.sql is written from it.
 *
 * The word before the dot is the kind of scope it holds in (`ScopeKind`), `any` for every kind: within another one
 * nobody has it, whatever the role.
 */
export const capabilities = [
  /** Reads what is the same for everyone of the federation: its name, years, blocks, published plans. */
  'any.belong',
  /** Acts for its own unit, and reads that unit's rows. */
  'unit.act',
  /** Reads every row of the federation. */
  'federation.see',
  /** Writes what the federation keeps: settings, years, units, plans, pledges, reports for a unit. */
  'federation.write',
  /** Says of figures what counts, and takes it back; the scores follow. */
  'federation.judge',
  /** Brings people in and lets them go; sees what they sign in with. */
  'federation.people',
  /** Reads the rows of the units, blocks and lines given to the membership (`assignment`), and no other. */
  'assigned.see',
  /** Reads what is counted of the federations of the province, never their rows. */
  'province.see',
] as const;
export type Capability = (typeof capabilities)[number];

/** How far somebody gets: one unit, all of the federation, what was given to them, what is counted of a province. */
export const scopeKinds = ['unit', 'federation', 'assigned', 'province'] as const;
export type ScopeKind = (typeof scopeKinds)[number];
