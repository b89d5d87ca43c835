import type { RouterOutputs } from '@giaouoc/api/contract';

type Unit = Pick<RouterOutputs['unit']['get'], 'place' | 'archived' | 'archivedAt'>;

/** Since when and why a unit takes no part in the year any more, for the notice on the officer's pages; null while it does. */
export function leftOutOf({ place, archived, archivedAt }: Unit) {
  if (place?.leftOut) return { since: place.leftOutAt, reason: place.leftOutReason, archived };
  return archived ? { since: archivedAt, reason: null, archived } : null;
}
