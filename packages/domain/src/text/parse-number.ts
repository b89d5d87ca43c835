import { compareDecimals } from '../numbers/decimal.ts';
import { ok, refuse, type Result } from '../result.ts';
import { storedLine } from './normalize.ts';

/**
 * A number as decimal text: `-?` digits, then optionally `.` and digits. No exponent, no leading zeros, so that the
 * scoring engine can take it exactly. A float never stands in between.
 */
export type DecimalText = string;

/** What typed text can mean: one number, or two between which only the person can choose. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: DecimalText }
  | { readonly kind: 'ambiguous'; readonly values: readonly [asThousands: DecimalText, asDecimal: DecimalText] };

/** Longest text looked at; the engine takes far fewer digits. */
const maxLength = 40;

const groupedByDot = /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
const groupedByComma = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const plain = /^\d+([.,]\d+)?$/;
/** One separator and exactly three digits after it: one thousand or one and a bit. `0.500` and `01,234` are not. */
const eitherWay = /^([1-9]\d{0,2})[.,](\d{3})$/;

/** What the place a number is typed into can take; a reading that is not possible there is not asked about. */
export type NumberPlace = {
  /** It counts: one separator with three digits after it groups thousands, `1.234` and `1,234` are both 1234. */
  readonly whole?: boolean;
  readonly atMost?: DecimalText;
};

/**
 * Reads a number as people in Vietnam type it (P4): `1.234,5`, `1,234.5`, `95,5`, `95.5`, ` 1 234 `, full-width digits,
 * `−3`. `1.234` and `1,234` are asked about unless only one meaning is possible in this place: both come back, thousands
 * first. Refuses with `number-unreadable` (anything else, empty text included). Whether the number may stand there at all
 * (a decimal in a count) is for the caller to say.
 */
export function parseNumber(typed: string, place: NumberPlace = {}): Result<NumberReading, 'number-unreadable'> {
  const text = withoutSpaces(typed);
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.replace(/^[-+]/, '');
  if (digits.length > maxLength || text === '') return refuse('number-unreadable');

  const either = eitherWay.exec(digits);
  if (either) {
    const [, head = '', tail = ''] = either;
    return ok(meantIn(place, decimal(sign, head + tail), decimal(sign, head, tail)));
  }
  if (groupedByDot.test(digits)) return one(sign, ...split(digits.replaceAll('.', ''), ','));
  if (groupedByComma.test(digits)) return one(sign, ...split(digits.replaceAll(',', ''), '.'));
  if (plain.test(digits)) return one(sign, ...split(digits.replace(',', '.'), '.'));
  return refuse('number-unreadable');
}

/** Which of two readings the place takes; when it takes neither, the smaller says best what is wrong. */
function meantIn({ whole, atMost }: NumberPlace, thousands: DecimalText, withFraction: DecimalText): NumberReading {
  if (whole === true) return { kind: 'number', value: thousands };
  return atMost !== undefined && compareDecimals(thousands, atMost) > 0
    ? { kind: 'number', value: withFraction }
    : { kind: 'ambiguous', values: [thousands, withFraction] };
}

/** Half-width digits and signs; spaces only where they group thousands (`1 234`), which is checked here. */
function withoutSpaces(typed: string): string {
  const text = storedLine(typed.normalize('NFKC'))
    .replace(/[−–]/g, '-')
    .replace(/^([-+])\s+/, '$1');
  return /^[-+]?\d{1,3}(\s\d{3})+([.,]\d+)?$/.test(text) ? text.replace(/\s/g, '').replace(/[.,]/, ',') : text;
}

function split(text: string, separator: string): [whole: string, fraction: string] {
  const [whole = '', fraction = ''] = text.split(separator);
  return [whole, fraction];
}

function one(sign: string, whole: string, fraction: string): Result<NumberReading, 'number-unreadable'> {
  return ok({ kind: 'number', value: decimal(sign, whole, fraction) });
}

function decimal(sign: string, whole: string, fraction = ''): DecimalText {
  const head = whole.replace(/^0+(?=\d)/, '');
  const tail = fraction.replace(/0+$/, '');
  const digits = tail === '' ? head : `${head}.${tail}`;
  return digits === '0' ? '0' : sign + digits;
}
