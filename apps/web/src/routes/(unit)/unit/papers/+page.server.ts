import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  const now = event.locals.now;
  if (!year || year.planVersion === null) return { pledge: null, receipts: [], plan: null, now };
  const of = { yearId: year.id };
  const [pledge, receipts, plan] = await Promise.all([
    api(event).pledge.mine(of),
    api(event).receipt.list(of),
    api(event).plan.follow(of),
  ]);
  return {
    pledge: pledge && { yearId: pledge.year.id, version: pledge.version, stateWords: pledge.stateWords },
    receipts: receipts.map(({ number, title, at, kind, withdrawnAt }) => ({ number, title, at, kind, withdrawnAt })),
    plan: plan && { version: plan.version, publishedAt: plan.publishedAt, title: plan.title },
    now,
  };
};
