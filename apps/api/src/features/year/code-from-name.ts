import { searchKey } from '@giaouoc/domain/text/normalize';

/** A short code for a block or cluster nobody gave one: `Khối Tiểu học` → `tieu-hoc`, `Cụm 2` → `cum-2`. */
export function codeFromName(name: string): string {
  const key = searchKey(name).replace(/^khoi (?=.)/, '');
  return key.replaceAll(' ', '-').slice(0, 40) || 'khac';
}

/** A code from the name that none of `taken` has: a second one of the same beginning is numbered, `cum-2-2`. */
export function freeCodeFromName(name: string, taken: readonly string[]): string {
  const code = codeFromName(name);
  for (let number = 1; ; number++) {
    const free = number === 1 ? code : `${code.slice(0, 36)}-${String(number)}`;
    if (!taken.includes(free)) return free;
  }
}

/** Whether two names of blocks or clusters are one for whoever reads them: `Khối Một`, `khối một`, `Một`. */
export const sameName = (one: string, other: string): boolean => codeFromName(one) === codeFromName(other);
