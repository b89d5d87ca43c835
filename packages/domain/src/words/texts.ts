/** Pieces of sentences that screens, papers and the command line share. */

/** No-break space: between number and unit, and inside "còn 7 ngày". */
export const nb = '\u00a0';

/** Words held together by no-break spaces, for names that must not break: `held('Vân Hải')`. */
export function held(text: string): string {
  return text.replaceAll(' ', nb);
}

/** A title whose breaks fall between words that may part: never `Học kỳ` from its `I`, nor `bản` from its `2`. */
export function tied(title: string): string {
  return title.replace(/(kỳ|[Đđ]ợt|[Qq]uý|[Bb]ản|[Ss]ố|tháng) ((?:[IVX]+|\d{1,2})(?![\p{L}\d]))/gu, `$1${nb}$2`);
}

/** The first letter as at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A figure inside a sentence: the name of a level or an answer stands in quotes, a number does not. */
export function within(figure: string): string {
  return /^\p{L}/u.test(figure) ? `“${figure}”` : figure;
}

/** What somebody wrote as a sentence among others: with a full stop at its end, unless it ends in a mark already. */
export function ended(text: string): string {
  const written = text.trim();
  return written === '' || /[.!?…:;]$/.test(written) ? written : `${written}.`;
}

/** The first letter as inside a sentence: `năm học 2026–2027`. */
export function uncapital(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

/** `a`, `a và b`, `a, b và c`. */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} và ${words.at(-1) ?? ''}`;
}
