import { accountRouter } from './features/account/account.router.ts';
import { assessmentRouter } from './features/assessment/assessment.router.ts';
import { auditRouter } from './features/audit/audit.router.ts';
import { evidenceRouter } from './features/evidence/evidence.router.ts';
import { federationRouter } from './features/federation/federation.router.ts';
import { jobRouter } from './features/job/job.router.ts';
import { invitationRouter } from './features/invitation/invitation.router.ts';
import { peopleRouter } from './features/people/people.router.ts';
import { planRouter } from './features/plan/plan.router.ts';
import { pledgeRouter } from './features/pledge/pledge.router.ts';
import { receiptRouter } from './features/receipt/receipt.router.ts';
import { reportRouter } from './features/report/report.router.ts';
import { sessionRouter } from './features/session/session.router.ts';
import { setupRouter } from './features/setup/setup.router.ts';
import { totpRouter } from './features/totp/totp.router.ts';
import { unitImportRouter } from './features/unit-import/unit-import.router.ts';
import { unitRouter } from './features/unit/unit.router.ts';
import { yearRouter } from './features/year/year.router.ts';
import { passkeyRouter } from './features/passkey/passkey.router.ts';
import { homeRouter } from './features/home/home.router.ts';
import { overviewRouter } from './features/overview/overview.router.ts';
import { rankingRouter } from './features/ranking/ranking.router.ts';
import { scoreRouter } from './features/score/score.router.ts';
import { createCallerFactory, router } from './trpc/procedures.ts';

export const appRouter = router({
  account: accountRouter,
  assessment: assessmentRouter,
  audit: auditRouter,
  evidence: evidenceRouter,
  federation: federationRouter,
  invitation: invitationRouter,
  job: jobRouter,
  people: peopleRouter,
  plan: planRouter,
  pledge: pledgeRouter,
  receipt: receiptRouter,
  report: reportRouter,
  passkey: passkeyRouter,
  home: homeRouter,
  overview: overviewRouter,
  ranking: rankingRouter,
  score: scoreRouter,
  session: sessionRouter,
  setup: setupRouter,
  totp: totpRouter,
  unit: unitRouter,
  unitImport: unitImportRouter,
  year: yearRouter,
});

export type AppRouter = typeof appRouter;
/** Calls procedures in this process: for server rendering, for tests, for the demo data. */
export const createCaller = createCallerFactory(appRouter);
