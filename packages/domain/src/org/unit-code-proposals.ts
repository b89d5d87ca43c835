import { searchKey } from '../text/normalize.ts';
import { nameKey, shortened } from './names.ts';
import { codeKey } from './unit-code.ts';

/** `CĐCS Trường Tiểu học Kim Đồng` → `TH`; `DV` where the name says no kind. */
function prefixOf(name: string): string {
  const words = ` ${searchKey(name)} `;
  const kind = shortened.find(([long, short]) => short !== '' && words.includes(` ${long} `));
  return kind === undefined ? 'DV' : kind[1].toUpperCase();
}

type Row = { readonly code: string; readonly name: string };

/**
 * Codes for the rows of a list that has none or not everywhere. A row that names a unit there is gets that unit's code, so
 * that the same list a second time changes nothing; every other row gets the kind of school and the next free number:
 * `MN-01`, `TH-01`. Rows without a name get none.
 *
 * @param taken codes that are used, also by units that were put away
 * @returns the proposed code of each row, `''` where the row has one or can have none
 */
export function proposeUnitCodes(
  rows: readonly Row[],
  units: readonly Row[],
  taken: readonly string[] = units.map(({ code }) => code),
): string[] {
  const used = new Set([...taken, ...rows.map(({ code }) => code)].map(codeKey));
  const byName = new Map(units.map(({ code, name }) => [nameKey(name), code]));
  const last = new Map<string, number>();
  return rows.map(({ code, name }) => {
    if (code.trim() !== '' || nameKey(name) === '') return '';
    const there = byName.get(nameKey(name));
    if (there !== undefined) return there;
    const prefix = prefixOf(name);
    for (let number = (last.get(prefix) ?? 0) + 1; ; number++) {
      const proposed = `${prefix}-${String(number).padStart(2, '0')}`;
      if (used.has(codeKey(proposed))) continue;
      last.set(prefix, number);
      used.add(codeKey(proposed));
      return proposed;
    }
  });
}
