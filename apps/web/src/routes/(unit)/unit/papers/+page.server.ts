import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year, part } = await event.parent();
  const now = event.locals.now;
  if (!year || year.planVersion === null || part?.state === 'none')
    return { pledge: null, papers: [], yearId: null, receipts: [], plan: null, now };
  const of = { yearId: year.id };
  const [pledge, papers, receipts, plan] = await Promise.all([
    api(event).pledge.mine(of),
    api(event).pledge.myPapers(of),
    api(event).receipt.list(of),
    api(event).plan.follow(of),
  ]);
  return {
    yearId: year.id,
    papers,
    // The one still to be signed; those that are stand in `papers`.
    pledge:
      pledge && !papers.some(({ version }) => version === pledge.version)
        ? { version: pledge.version, name: pledge.name, stateWords: pledge.stateWords }
        : null,
    receipts: receipts.map(({ number, title, at, kind, withdrawnAt }) => ({ number, title, at, kind, withdrawnAt })),
    plan: plan && { version: plan.version, publishedAt: plan.publishedAt, title: plan.title },
    now,
  };
};
