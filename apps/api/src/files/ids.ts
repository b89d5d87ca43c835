import { Refused } from '../trpc/errors.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id out of an address, or not found. */
export function idOf(text: string | undefined): string {
  if (text === undefined || !uuid.test(text)) throw new Refused('not-found');
  return text;
}

/** The year asked for in the address, if any. */
export const yearOf = (query: Record<string, string>): string | undefined =>
  query['year'] === undefined ? undefined : idOf(query['year']);
