import { auditRouter } from '../features/audit/audit.router.ts';
import { evidenceRouter } from '../features/evidence/evidence.router.ts';
import { pledgeRouter } from '../features/pledge/pledge.router.ts';
import { reportRouter } from '../features/report/report.router.ts';
import { sessionRouter } from '../features/session/session.router.ts';
import { createCallerFactory, router } from './procedures.ts';

export const appRouter = router({
  audit: auditRouter,
  evidence: evidenceRouter,
  pledge: pledgeRouter,
  report: reportRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
/** Calls procedures in this process: for server rendering, for tests, for the demo data. */
export const createCaller = createCallerFactory(appRouter);
