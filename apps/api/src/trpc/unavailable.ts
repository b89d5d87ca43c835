/** What postgres.js says when there is no connection, or it broke; and the evidence store. */
const broken = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  // store/evidence-store.ts
  'STORE_AWAY',
  // trpc/in-time.ts
  'NO_ANSWER',
]);
/**
 * Classes and codes of PostgreSQL for: stopping, starting, no connection, memory or disk left, given up after its time, and
 * given up so that others who wait crosswise can go on.
 */
const stopped = /^(08...|53...|57P0[1-5]|57014|25P0[34]|40P01)$/;

/** PostgreSQL's code, and the file system's, for a disk that is full. */
const full = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/**
 * Whether a fault means that a disk is full: the database's, or the evidence store's. Repeating the request helps nobody until
 * somebody makes room. Nothing of it was kept.
 */
export function isStorageFull(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code, reason } = one as { code?: unknown; reason?: unknown };
    if (full.has(String(code)) || (code === 'STORE_AWAY' && full.has(String(reason)))) return true;
  }
  return false;
}

/** What to tell about a fault of the machine; undefined for a fault of the program. */
export const awayRefusal = (error: unknown): 'storage-full' | 'server-busy' | undefined =>
  isStorageFull(error) ? 'storage-full' : isUnavailable(error) ? 'server-busy' : undefined;

/**
 * Whether a fault means that the database or the evidence store cannot be asked now, so that the same request may succeed in
 * a minute. What was under way in it was rolled back, or committed without our hearing of it: the client's id answers the
 * repeat (R2).
 */
export function isUnavailable(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code } = one as { code?: unknown };
    if (typeof code === 'string' && (broken.has(code) || stopped.test(code))) return true;
  }
  return false;
}
