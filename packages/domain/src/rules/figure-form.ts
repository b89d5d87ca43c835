import type { ErrorCode } from '../error-codes.ts';
import { compareDecimals } from '../numbers/decimal.ts';
import type { Detail } from '../result.ts';
import { storedLine } from '../text/normalize.ts';
import { parseNumber, type NumberPlace } from '../text/parse-number.ts';

/** What a form sends: each field as text, several of one name as a list. Exactly as typed. */
export type RawFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One field that cannot stand as typed, or (as a warning) one to look at again. */
export type FieldFault = { readonly field: string; readonly code: ErrorCode; readonly detail?: Detail };

/** Larger than any real figure, and small enough that sixty of them still add up within the year file's fifteen digits. */
const wholeDigits = 12;
const fractionDigits = 6;
/** Largest count of one level or fault in one period. */
const mostOf = 1_000_000;

/** The fields of one line's form, gathering every fault while they are read. */
export class FigureForm {
  readonly faults: FieldFault[] = [];
  readonly warnings: FieldFault[] = [];
  private readonly raw: Map<string, string | readonly string[]>;

  constructor(raw: RawFields) {
    this.raw = new Map();
    for (const [field, given] of Object.entries(raw)) if (given !== undefined) this.raw.set(field, given);
  }

  /** Notes the fault and answers "no figure". */
  fault(field: string, code: ErrorCode, detail?: Detail): undefined {
    this.faults.push(detail === undefined ? { field, code } : { field, code, detail });
    return undefined;
  }

  warn(field: string, code: ErrorCode, detail: Detail): void {
    this.warnings.push({ field, code, detail });
  }

  /** The text of a field, cleaned; of several the last, as a form that was sent twice means it. */
  text(field: string): string {
    const given = this.raw.get(field);
    const text = typeof given === 'string' ? given : (given?.at(-1) ?? '');
    return storedLine(text);
  }

  list(field: string): string[] {
    const given = this.raw.get(field);
    const texts = typeof given === 'string' ? [given] : (given ?? []);
    return [...new Set(texts.map(storedLine).filter((text) => text !== ''))];
  }

  isTicked(field: string): boolean {
    return ['on', 'yes', 'true', '1'].includes(this.text(field));
  }

  /** Filled fields `prefix.CODE`, without the answers to ambiguous numbers. */
  fieldsBelow(prefix: string): string[] {
    return [...this.raw.keys()].filter(
      (field) => field.startsWith(`${prefix}.`) && !field.endsWith('.means') && this.text(field) !== '',
    );
  }

  /** A number of the year file, or `undefined` with a fault (or none, when the field is empty and not `needed`). */
  number(field: string, want: NumberPlace & { atLeastZero?: boolean; needed?: boolean }): string | undefined {
    const typed = this.text(field);
    if (typed === '') return want.needed === true ? this.fault(field, 'figure-empty') : undefined;
    const reading = parseNumber(typed, want);
    if (!reading.ok) return this.fault(field, reading.code);
    let value: string;
    if (reading.value.kind === 'number') value = reading.value.value;
    else {
      const means = this.text(`${field}.means`);
      const chosen = reading.value.values.find((candidate) => candidate === means);
      if (chosen === undefined) return this.fault(field, 'number-ambiguous', { values: reading.value.values });
      value = chosen;
    }
    const [whole = '', fraction = ''] = value.replace('-', '').split('.');
    if (whole.length > wholeDigits) return this.fault(field, 'number-too-large', { digits: wholeDigits, read: value });
    if (fraction.length > fractionDigits) return this.fault(field, 'number-too-fine', { digits: fractionDigits });
    if (want.atLeastZero === true && value.startsWith('-')) return this.fault(field, 'figure-negative');
    return value;
  }

  /** A whole number as decimal text, or `undefined` with a fault unless the field is empty. */
  whole(field: string): string | undefined {
    const value = this.number(field, { atLeastZero: true, whole: true });
    if (value?.includes('.') === true) return this.fault(field, 'count-not-whole', { read: value });
    return value;
  }

  /** How many of one level or fault, or `undefined` with a fault unless the field is empty. */
  count(field: string): number | undefined {
    const value = this.whole(field);
    if (value === undefined) return undefined;
    if (compareDecimals(value, String(mostOf)) > 0)
      return this.fault(field, 'number-too-large', { read: value, most: String(mostOf) });
    return Number(value);
  }
}
