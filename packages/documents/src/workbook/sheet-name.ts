/**
 * The name of a sheet as Excel allows it: at most 31 letters, none of `[ ] : * ? / \`, no apostrophe at either end,
 * never empty and, whatever the case, not twice in a workbook.
 *
 * @param used lower-case names already given; the new one is added
 */
export function sheetName(wanted: string, used: Set<string>): string {
  const clean =
    wanted
      .normalize('NFC')
      .replace(/[[\]:*?/\\\p{C}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s']+|[\s']+$/g, '') || 'Trang tính';
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : ` (${number})`;
    const name = `${clean.slice(0, 31 - tail.length).trimEnd()}${tail}`;
    if (used.has(name.toLowerCase())) continue;
    used.add(name.toLowerCase());
    return name;
  }
}

/** `1` → `A`, `27` → `AA`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
