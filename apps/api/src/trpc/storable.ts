import { isPlainText } from '@giaouoc/domain/text/plain-text';

/**
 * Whether every text of an input can be kept and printed, keys included: no control signs, no half of a surrogate pair.
 * Such an input was not typed by a person; without this, each one would end as a fault of the program, or as an Excel
 * file that does not open.
 */
export function storable(input: unknown): boolean {
  // A list instead of recursion: an input may be nested as deeply as 4 MB allow.
  const left: unknown[] = [input];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'string') {
      if (!isPlainText(one)) return false;
    } else if (one instanceof FormData) {
      for (const [name, value] of one) left.push(name, value);
    } else if (Array.isArray(one)) {
      for (const item of one) left.push(item);
    } else if (one !== null && typeof one === 'object' && !(one instanceof Blob)) {
      for (const [key, value] of Object.entries(one)) left.push(key, value);
    }
  }
  return true;
}
