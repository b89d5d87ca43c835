/** How far a JSON text may go before anyone reads it. */
export type JsonBounds = {
  /** Lists and objects within each other. */
  deepest: number;
  /** Values of any kind, lists and objects included. */
  most: number;
};

/**
 * A request: the deepest that is honest is a plan of forty levels within its envelope, the widest an import of two
 * thousand units.
 */
export const requestBounds: JsonBounds = { deepest: 64, most: 100_000 };
/** A file that a person brings: a whole year of a large federation. */
export const fileBounds: JsonBounds = { deepest: 64, most: 500_000 };

/**
 * Whether a text, if it is JSON at all, would nest too deeply or hold too many values. One pass over the characters that
 * keeps nothing: `JSON.parse` needs seconds for four million brackets, and holds up everybody else meanwhile.
 */
export function jsonExcess(text: string, { deepest, most }: JsonBounds): 'too-deep' | 'too-many' | null {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openList:
      case openObject:
        if (++depth > deepest) return 'too-deep';
        if (++values > most) return 'too-many';
        break;
      case closeList:
      case closeObject:
        depth -= 1;
        break;
      case comma:
        if (++values > most) return 'too-many';
        break;
    }
  }
  return null;
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where the string that begins at `from` ends; the end of the text for one that never does. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
}
