/**
 * Who may do what, written by hand (promise A3). The test beside holds the real routers against it: a procedure or file
 * that is missing here, or that answers somebody else than this table says, fails. It is not made from
 * packages/domain/src/access on purpose: a slip there must not be able to hide here.
 */

/** The chairs of the test: roles of the own federation, and people who have no business in it. */
export type Chair = 'chair' | 'deputy' | 'principal' | 'officer' | 'verifier' | 'reader' | 'province';

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
/** Whoever works for the federation looks; who judges is the officer or the verifier. */
const insight: Rule = { who: ['officer', 'verifier', 'reader'], whose: 'federation' };
const judging: Rule = { who: ['officer', 'verifier'], whose: 'federation' };
const officerSelf: Rule = { who: ['officer', 'verifier', 'reader', 'province'], whose: 'own account' };
const everyMember: Rule = {
  who: ['chair', 'deputy', 'principal', 'officer', 'verifier', 'reader'],
  whose: 'federation',
};
const ownUnit: Rule = { who: ['chair', 'deputy', 'principal'], whose: 'own unit' };
const entering: Rule = { who: ['chair', 'deputy'], whose: 'own unit' };
const chairOnly: Rule = { who: ['chair'], whose: 'own unit' };
const attaching: Rule = { who: ['chair', 'deputy', 'officer'], whose: 'own unit' };
const looking: Rule = { who: ['chair', 'deputy', 'principal', 'officer', 'verifier', 'reader'], whose: 'own unit' };

export const procedureMatrix: Record<string, Rule> = {
  'account.get': self,
  'account.changePassword': self,
  'account.changeCode': self,

  'assessment.queue': insight,
  'assessment.item': insight,
  'assessment.entries': insight,
  'assessment.accept': judging,
  'assessment.adjust': judging,
  'assessment.return': judging,
  'assessment.undo': judging,
  'assessment.enter': officer,

  'audit.list': insight,
  'audit.own': ownUnit,
  'audit.heads': anyone,

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

  'overview.get': insight,
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

  'plan.get': insight,
  'plan.version': insight,
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
  'pledge.board': insight,
  'pledge.of': insight,
  'pledge.papersOf': insight,
  'pledge.offer': officer,
  'pledge.offerAgain': officer,
  'pledge.countersign': officer,
  'pledge.confirmPaper': officer,
  'pledge.refusePaper': officer,
  'pledge.check': anyone,

  'ranking.get': insight,
  'ranking.blockers': insight,
  'ranking.soFar': insight,
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
  'report.listOf': insight,
  'report.getOf': insight,
  'report.saveFor': officer,
  'report.submitFor': officer,
  'report.withdrawFor': officer,
  'report.attachFor': officer,
  'report.detachFor': officer,
  'report.extend': officer,

  'score.mine': ownUnit,
  'score.of': insight,
  'score.standing': ownUnit,

  'session.me': anyone,
  'session.signIn': anyone,
  'session.secondFactor': anyone,
  'session.signOut': self,
  'session.memberships': self,
  'session.endedMemberships': self,
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

  'unit.list': insight,
  'unit.get': insight,
  'unit.add': officer,
  'unit.change': officer,
  'unit.place': officer,
  'unit.leaveOut': officer,
  'unit.takeBack': officer,
  'unit.lines': insight,
  'unit.takeLines': officer,
  'unit.giveLinesBack': officer,
  'unit.remove': officer,
  'unit.archive': officer,

  'unitImport.check': officer,
  'unitImport.carryOut': officer,

  'year.list': everyMember,
  'year.get': everyMember,
  'year.create': officer,
  'year.change': officer,
  'year.addBlock': officer,
  'year.renameBlock': officer,
  'year.remove': officer,
  'year.removeBlock': officer,
  'year.addCluster': officer,
  'year.renameCluster': officer,
  'year.removeCluster': officer,
};

/** The same for what can be downloaded, by its address below `/files`. */
export const fileMatrix: Record<string, Rule> = {
  '/evidence/:id': looking,
  '/units-template/:yearId': officer,
  '/plan/:yearId/:version': insight,
  '/pledge.pdf': ownUnit,
  '/receipts/:number.pdf': ownUnit,
  '/receipts/:number.json': ownUnit,
  '/pledges/:unitId/receipts/:number.json': insight,
  '/pledges/:unitId/pledge.pdf': insight,
  '/pledges.pdf': insight,
  '/signing-board.pdf': insight,
  '/rankings/:snapshotId/ranking.pdf': insight,
  '/rankings/:snapshotId/ranking.xlsx': insight,
  '/rankings/:snapshotId/year.json': insight,
  '/so-far/:digest/board.pdf': insight,
  '/so-far/:digest/board.xlsx': insight,
  '/year.json': insight,
};
