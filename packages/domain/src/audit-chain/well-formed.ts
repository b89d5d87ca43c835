/** Whether no text in a JSON value holds half of a surrogate pair, which has no UTF-8 bytes and so no hash. */
export function wellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, member]) => key.isWellFormed() && wellFormed(member));
}
