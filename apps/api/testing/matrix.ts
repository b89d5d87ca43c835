/**
 * Who may do what, written by hand (promise A3). The test beside holds the real routers against it: a procedure or file
 * that is missing here, or that answers somebody else than this table says, fails. It is not made from
 * packages/domain/src/access on purpose: a slip there must not be able to hide here.
 */

/** The chairs of the test: roles of the own federation, and people who have no business in it. */
export type Chair = 'chair' | 'deputy' | 'principal' | 'officer' | 'province';

/**
 * Whose rows somebody who may call it gets at:
 * - `anyone's`: nobody's in particular (sign-in, the public check of a document),
 * - `own account`: what belongs to the person,
 * - `own unit`: the rows of the unit of the membership; never another unit's, never another federation's,
 * - `federation`: all units of the own federation; never another federation's.
 */
export type Whose = 'anyone’s' | 'own account' | 'own unit' | 'federation';

export type Rule = { who: 'anyone' | 'signed-in' | readonly Chair[]; whose: Whose };

const anyone: Rule = { who: 'anyone', whose: 'anyone’s' };
const self: Rule = { who: 'signed-in', whose: 'own account' };
const officer: Rule = { who: ['officer'], whose: 'federation' };
const officerSelf: Rule = { who: ['officer', 'province'], whose: 'own account' };
const everyMember: Rule = { who: ['chair', 'deputy', 'principal', 'officer'], whose: 'federation' };
const ownUnit: Rule = { who: ['chair', 'deputy', 'principal'], whose: 'own unit' };
const entering: Rule = { who: ['chair', 'deputy'], whose: 'own unit' };
const chairOnly: Rule = { who: ['chair'], whose: 'own unit' };
const attaching: Rule = { who: ['chair', 'deputy', 'officer'], whose: 'own unit' };
const looking: Rule = { who: ['chair', 'deputy', 'principal', 'officer'], whose: 'own unit' };

export const procedureMatrix: Record<string, Rule> = {
  'account.get': self,
  'account.changePassword': self,
  'account.changeCode': self,

  'assessment.queue': officer,
  'assessment.item': officer,
  'assessment.entries': officer,
  'assessment.accept': officer,
  'assessment.adjust': officer,
  'assessment.return': officer,
  'assessment.undo': officer,
  'assessment.enter': officer,

  'audit.list': officer,
  'audit.own': ownUnit,

  'evidence.upload': attaching,

  'federation.get': everyMember,
  'federation.update': officer,

  'home.get': ownUnit,
  'home.part': ownUnit,
  'home.seen': ownUnit,

  'job.list': officer,

  'invitation.issue': officer,
  'invitation.print': officer,
  'invitation.look': anyone,
  'invitation.accept': anyone,
  'invitation.join': self,

  'overview.get': officer,
  'overview.reminderTexts': officer,
  'overview.remind': officer,

  'passkey.origin': anyone,
  'passkey.list': self,
  'passkey.startAdding': self,
  'passkey.add': self,
  'passkey.remove': self,
  'passkey.ask': self,
  'passkey.askToSignIn': anyone,
  'passkey.signIn': anyone,

  'people.list': officer,
  'people.add': officer,
  'people.change': officer,
  'people.end': officer,

  'plan.get': officer,
  'plan.version': officer,
  'plan.follow': everyMember,
  'plan.start': officer,
  'plan.saveDraft': officer,
  'plan.upload': officer,
  'plan.publish': officer,

  'pledge.mine': ownUnit,
  'pledge.myPapers': ownUnit,
  'pledge.setTargets': entering,
  'pledge.sign': ownUnit,
  'pledge.decline': chairOnly,
  'pledge.sendPaper': attaching,
  'pledge.board': officer,
  'pledge.of': officer,
  'pledge.papersOf': officer,
  'pledge.offer': officer,
  'pledge.offerAgain': officer,
  'pledge.countersign': officer,
  'pledge.confirmPaper': officer,
  'pledge.refusePaper': officer,
  'pledge.check': anyone,

  'ranking.get': officer,
  'ranking.blockers': officer,
  'ranking.soFar': officer,
  'ranking.makeProvisional': officer,
  'ranking.withdrawProvisional': officer,

  'receipt.list': ownUnit,
  'receipt.get': ownUnit,

  'report.list': ownUnit,
  'report.get': ownUnit,
  'report.save': entering,
  'report.submit': chairOnly,
  'report.withdraw': chairOnly,
  'report.attach': entering,
  'report.detach': entering,
  'report.listOf': officer,
  'report.getOf': officer,
  'report.saveFor': officer,
  'report.submitFor': officer,
  'report.withdrawFor': officer,
  'report.attachFor': officer,
  'report.detachFor': officer,
  'report.extend': officer,

  'score.mine': ownUnit,
  'score.of': officer,
  'score.standing': ownUnit,

  'session.me': anyone,
  'session.signIn': anyone,
  'session.secondFactor': anyone,
  'session.signOut': self,
  'session.memberships': self,
  'session.workAs': self,
  'session.list': self,
  'session.revoke': self,
  'session.revokeOthers': self,

  'setup.status': anyone,
  'setup.create': anyone,

  'totp.get': self,
  'totp.start': officerSelf,
  'totp.confirm': officerSelf,
  'totp.newCodes': self,
  'totp.turnOff': self,

  'unit.list': officer,
  'unit.get': officer,
  'unit.add': officer,
  'unit.change': officer,
  'unit.place': officer,
  'unit.leaveOut': officer,
  'unit.takeBack': officer,
  'unit.lines': officer,
  'unit.takeLines': officer,
  'unit.giveLinesBack': officer,
  'unit.archive': officer,

  'unitImport.check': officer,
  'unitImport.carryOut': officer,

  'year.list': everyMember,
  'year.get': everyMember,
  'year.create': officer,
  'year.change': officer,
  'year.addBlock': officer,
  'year.renameBlock': officer,
  'year.removeBlock': officer,
  'year.addCluster': officer,
  'year.renameCluster': officer,
  'year.removeCluster': officer,
};

/** The same for what can be downloaded, by its address below `/files`. */
export const fileMatrix: Record<string, Rule> = {
  '/evidence/:id': looking,
  '/units-template/:yearId': officer,
  '/plan/:yearId/:version': officer,
  '/pledge.pdf': ownUnit,
  '/receipts/:number.pdf': ownUnit,
  '/pledges/:unitId/pledge.pdf': officer,
  '/pledges.pdf': officer,
  '/signing-board.pdf': officer,
  '/rankings/:snapshotId/ranking.pdf': officer,
  '/rankings/:snapshotId/ranking.xlsx': officer,
  '/rankings/:snapshotId/year.json': officer,
  '/so-far/:digest/board.pdf': officer,
  '/so-far/:digest/board.xlsx': officer,
  '/year.json': officer,
};
