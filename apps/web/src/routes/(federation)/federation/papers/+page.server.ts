import { api } from '#lib/server/api.ts';
import { may } from '#lib/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  const { viewer, now } = event.locals;
  const common = { now, mayInvite: may(viewer, 'invitation.issue'), mayOffer: may(viewer, 'pledge.offer') };
  if (!year || year.planVersion === null) return { ...common, signing: null, snapshots: [] };
  const asked = api(event);
  const [board, { snapshots }] = await Promise.all([
    asked.pledge.board({ yearId: year.id }),
    asked.ranking.blockers({ yearId: year.id }),
  ]);
  return {
    ...common,
    signing: {
      units: board.rows.length,
      offered: board.rows.filter((row) => row.state !== null).length,
      signed: board.rows.filter((row) => row.pledged).length,
    },
    snapshots: snapshots.toReversed(),
  };
};
