/** The value that a JSON text writes; `undefined` where it is no JSON. Never throws, however broken, huge or deep it is. */
export function jsonOf(text: string): unknown {
  try {
    // A byte order mark is no part of JSON, but editors put one in.
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
