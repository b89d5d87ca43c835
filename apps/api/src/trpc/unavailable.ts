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
