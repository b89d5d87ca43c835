import type { Fault } from '../year-file/index.ts';
import { messageOf } from '../year-file/messages.ts';
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
  const nameOf = (code: unknown) => places.blocks.find((block) => block.code === code)?.name;
  /** The rules know blocks by code, people by name. */
  const named = <T extends Fault>(fault: T): T => {
    const block = fault.params?.['block'];
    const name = nameOf(block);
    if (name === undefined) return fault;
    return { ...fault, message: messageOf(fault.code, { ...fault.params, blockName: name }) };
  };
  const all = [...faults.map(named), ...unplayed.faults];
  return {
    faults: all,
    warnings: [...warnings.map(named), ...unplayed.warnings, ...quotasWithoutRoom(draft.scoring, places)],
    ...(document !== undefined && all.length === 0 && { document }),
  };
}
