import { plainDecimal, printScaled, scaled } from '@giaouoc/domain/numbers/decimal';
import { isDecimal } from '@giaouoc/domain/numbers/decimal';
import { formatTyped } from '@giaouoc/domain/words/numbers';
import { parseNumber } from '@giaouoc/domain/text/parse-number';

/** What a typed text means for the plan: a number, what stands there though it is none, or two readings to choose from. */
export type Typed = { kind: 'value'; value: string } | { kind: 'ambiguous'; values: readonly [string, string] };

/** A number of the plan as one types it: `95.5` is `95,5`; what is no number stays as it was typed. */
export function shown(value: string, asPercent = false): string {
  if (!isDecimal(value)) return value;
  const text = plainDecimal(asPercent ? printScaled(scaled(value, 6) * 100n, 6) : value);
  return formatTyped(text);
}

/**
 * Reads what was typed, also with `unit` behind it. A text that is no number is kept as it is: the draft then says so in its check list, and
 * nothing that was typed is lost.
 */
export function typed(text: string, asPercent = false, unit = ''): Typed {
  if (text.trim() === '') return { kind: 'value', value: '' };
  const read = parseNumber(withoutUnit(text, unit));
  if (!read.ok) return { kind: 'value', value: text.trim() };
  if (read.value.kind === 'ambiguous') return read.value;
  const { value } = read.value;
  return { kind: 'value', value: asPercent ? hundredth(value) : value };
}

/** The number alone of what people write with what it counts: `20,5 đ`, `20 điểm`, `95%`, `8 lượt`. */
function withoutUnit(text: string, unit: string): string {
  const bare = text.normalize('NFC').trim().replace(/\.$/, '');
  const own = unit.normalize('NFC').trim().toLowerCase();
  for (const word of [own, 'điểm', 'đ', '%'])
    if (word !== '' && bare.toLowerCase().endsWith(word)) {
      const number = bare.slice(0, bare.length - word.length).trim();
      if (/\d$/.test(number)) return number;
    }
  return text;
}

/** A percentage as a share: `50` is `0.5`. More than four decimals of a percent cannot be kept and are refused as text. */
function hundredth(percent: string): string {
  try {
    return plainDecimal(printScaled(scaled(percent, 4), 6));
  } catch {
    return percent;
  }
}
