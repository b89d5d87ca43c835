import { checkPlanDocument, type DocumentCheck } from './check-document.ts';
import type { PlanDocument } from './document.ts';
import { notPlayable } from './playable.ts';
import { quotasWithoutRoom, type YearPlaces } from './quota-room.ts';

/**
 * What there is to say about a plan that is going to be published in this year: the rules of the format, what the product can
 * carry out today, and what its numbers mean for the units there are. A version that is published already is never asked this.
 */
export function checkDraft(draft: PlanDocument, places: YearPlaces): DocumentCheck {
  const blocks = places.blocks.map(({ code }) => code);
  const { faults, warnings, document } = checkPlanDocument(draft, blocks);
  const unplayed = notPlayable(draft);
  const all = [...faults, ...unplayed.faults];
  return {
    faults: all,
    warnings: [...warnings, ...unplayed.warnings, ...quotasWithoutRoom(draft.scoring, places)],
    ...(document !== undefined && all.length === 0 && { document }),
  };
}
