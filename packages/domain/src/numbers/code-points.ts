const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** Orders text by code point; below 0 when `a` comes first. (`<` orders by UTF-16 unit: an emoji before U+FF21.) */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}
