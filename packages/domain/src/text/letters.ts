/**
 * Letters that look like Đ and are others: Ð of Icelandic (U+00D0), which old fonts and some keyboards give, and Ɖ of Ewe
 * (U+0189), with their small forms. Kept, "Ðống Đa" and "Đống Đa" would be two names that nobody can tell apart.
 */
const lookalikes: Readonly<Record<string, string>> = { Ð: 'Đ', Ɖ: 'Đ', ð: 'đ', ɖ: 'đ' };

/** The text with the Vietnamese Đ wherever something looks like it. */
export function oneStrokedD(text: string): string {
  return text.replace(/[\u00d0\u0189\u00f0\u0256]/g, (letter) => lookalikes[letter] ?? letter);
}
