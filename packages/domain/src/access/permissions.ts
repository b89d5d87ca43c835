import type { Role } from './roles.ts';

/**
 * The one list of permissions (promise A3): which role may do what. Procedures are built from it, menus are drawn
 * from it, and the test matrix is held against it. An action says what is done to which noun; *whose* noun (own unit,
 * own federation) is the scope's business and is decided again by row-level security.
 */
export const permissions = {
  'account.secondFactor': ['officer', 'verifier', 'reader', 'province'],
  'federation.read': ['chair', 'deputy', 'principal', 'officer', 'verifier', 'reader'],
  'federation.write': ['officer'],
  'year.read': ['chair', 'deputy', 'principal', 'officer', 'verifier', 'reader'],
  'year.write': ['officer'],
  'unit.read': ['officer', 'verifier', 'reader'],
  'unit.write': ['officer'],
  'people.read': ['officer'],
  'people.write': ['officer'],
  'invitation.issue': ['officer'],
  'plan.read': ['officer', 'verifier', 'reader'],
  'plan.write': ['officer'],
  'plan.publish': ['officer'],
  'plan.follow': ['chair', 'deputy', 'principal', 'officer', 'verifier', 'reader'],
  'pledge.read': ['officer', 'verifier', 'reader'],
  'pledge.readOwn': ['chair', 'deputy', 'principal'],
  'pledge.offer': ['officer'],
  'pledge.setTarget': ['chair', 'deputy'],
  'pledge.sign': ['chair', 'deputy', 'principal'],
  'pledge.decline': ['chair'],
  'pledge.sendPaper': ['chair', 'deputy', 'officer'],
  'pledge.confirmPaper': ['officer'],
  'pledge.countersign': ['officer'],
  'report.readOwn': ['chair', 'deputy', 'principal'],
  'report.enter': ['chair', 'deputy'],
  'report.submit': ['chair'],
  'report.read': ['officer', 'verifier', 'reader'],
  'report.enterFor': ['officer'],
  'report.extend': ['officer'],
  'evidence.read': ['chair', 'deputy', 'principal', 'officer', 'verifier', 'reader'],
  'evidence.upload': ['chair', 'deputy', 'officer'],
  'assessment.read': ['officer', 'verifier', 'reader'],
  'assessment.write': ['officer', 'verifier'],
  'assessment.enter': ['officer'],
  'score.readOwn': ['chair', 'deputy', 'principal'],
  'score.read': ['officer', 'verifier', 'reader'],
  'overview.read': ['officer', 'verifier', 'reader'],
  'reminder.send': ['officer'],
  'ranking.read': ['officer', 'verifier', 'reader'],
  'ranking.makeProvisional': ['officer'],
  'ranking.withdrawProvisional': ['officer'],
  'yearFile.export': ['officer', 'verifier', 'reader'],
  'job.read': ['officer'],
  'audit.read': ['officer', 'verifier', 'reader'],
  'audit.readOwn': ['chair', 'deputy', 'principal'],
  'province.read': ['province'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;
export const actions = Object.keys(permissions) as Action[];

export const may = (role: Role, action: Action): boolean => (permissions[action] as readonly Role[]).includes(role);

/** Everything a role may do, for drawing its menus. */
export const actionsOf = (role: Role): Action[] => actions.filter((action) => may(role, action));
