// What no keyboard makes: control characters beside tab and line breaks, and the two that are no characters at all.
// PostgreSQL refuses some of them, the XML of an Excel file breaks at the others.
const unprintable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u;

/** Whether a text can be kept and put on paper: whole characters only, none of them a control sign. Line breaks may be. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !unprintable.test(text);
}
