import { oneStrokedD } from '../text/letters.ts';
import { searchKey } from '../text/normalize.ts';

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A name as it sounds: case, punctuation, spaces and the place of the tone mark do not matter, so `Hoà Bình`, `hòa bình`
 * and a decomposed `Hòa  Bình` are one name, while `Hoa Bình` is another.
 */
export function nameKey(name: string): string {
  return oneStrokedD(name)
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => {
      const marks = [...word.matchAll(tones)].map((found) => found[0]).sort();
      return word.replace(tones, '').normalize('NFC') + marks.join('');
    })
    .join(' ');
}

/** Schools and unions as they are shortened in codes, block titles and user names, the longer ones first. */
export const shortened: readonly (readonly [long: string, short: string])[] = [
  ['cong doan co so', ''],
  ['cdcs', ''],
  ['nghiep doan', 'nd'],
  ['tieu hoc va trung hoc co so', 'thcs'],
  ['trung hoc co so', 'thcs'],
  ['trung hoc pho thong', 'thpt'],
  ['tieu hoc', 'th'],
  ['mam non', 'mn'],
  ['thcs', 'thcs'],
  ['thpt', 'thpt'],
  ['th', 'th'],
  ['mn', 'mn'],
  ['mau giao', 'mg'],
  ['trung tam', 'tt'],
  ['cong ty', 'cty'],
  ['truong', ''],
];

/**
 * A user name for whoever speaks for a unit: `CĐCS Trường Tiểu học Kim Đồng` → `th-kimdong`; `th-kimdong-2` when that is
 * taken. It satisfies `checkUserName`; the person may choose another.
 */
export function suggestUserName(unitName: string, taken: ReadonlySet<string> = new Set()): string {
  let words = ` ${searchKey(unitName)} `;
  const kinds: string[] = [];
  for (const [long, short] of shortened) {
    if (!words.includes(` ${long} `)) continue;
    words = words.replace(` ${long} `, ' ');
    if (short !== '') kinds.push(short);
  }
  const own = words.replaceAll(/[^a-z0-9]/g, '');
  const joined = [kinds[0] ?? '', own]
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 34)
    .replace(/-$/, '');
  // A name of digits alone could be taken for a phone number.
  const base = joined.length >= 3 && /[a-z]/.test(joined) ? joined : `donvi${joined === '' ? '' : `-${joined}`}`;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}
