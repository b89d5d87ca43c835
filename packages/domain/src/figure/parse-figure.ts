import type { ErrorCode } from '../error-codes.ts';
import type { Accumulate } from '../plan/conduct.schema.ts';
import type { Detail } from '../result.ts';
import { storedLine } from '../text/normalize.ts';
import { parseNumber, type NumberPlace } from '../text/parse-number.ts';
import { compareDecimals, millionths } from '../numbers/decimal.ts';
import { type FigureLine, type FigureValue, sortOf } from './figure.ts';

/** What a form sends: each field as text, several of one name as a list. Exactly as typed. */
export type RawFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One field that cannot stand as typed, or (as a warning) one to look at again. */
export type FieldFault = { readonly field: string; readonly code: ErrorCode; readonly detail?: Detail };

/** The figure typed, or all faults of all fields. `figure` is `undefined` when nothing was typed: missing, not zero. */
export type ParsedFigure =
  | { readonly ok: true; readonly figure: FigureValue | undefined; readonly warnings: readonly FieldFault[] }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** Larger than any real figure, and small enough that sixty of them still add up within the year file's fifteen digits. */
const wholeDigits = 12;
const fractionDigits = 6;
/** Largest count of one level or fault in one period. */
const mostOf = 1_000_000;

/**
 * Reads the fields of one line's form into a figure.
 *
 * Fields: `value` · `part`, `whole` · `yes` (`yes` or `no`) · `level` (a code) · `levels.CODE`, `faults.CODE` (counts) ·
 * `items` (ticked codes) · `points` · `none` (ticked: "không có mục nào", "không có lỗi nào") · `notApplicable` (ticked:
 * "không phát sinh"). Beside a field that takes a number, `FIELD.means` answers which reading of an ambiguous number is
 * meant, as one of the two values that the fault `number-ambiguous` offers in `detail.values`.
 *
 * Lines that take a measure accept a value as well as part and whole, unless figures of several periods are added, where
 * only one of the two adds up.
 */
export function parseFigure(line: FigureLine, raw: RawFields, accumulate: Accumulate = 'latest'): ParsedFigure {
  const form = new Form(raw);
  if (form.isTicked('notApplicable')) {
    if (mayNotApply(line)) return done({ notApplicable: true });
    return { ok: false, faults: [{ field: 'notApplicable', code: 'not-applicable-refused' }] };
  }
  const figure = read(form, line, accumulate);
  return form.faults.length === 0 ? { ok: true, figure, warnings: form.warnings } : { ok: false, faults: form.faults };
}

/** Whether the form of the line offers that nothing happened in the period. */
export const mayNotApply = (line: FigureLine): boolean => (line.whenNotApplicable ?? 'refuse') !== 'refuse';

function done(figure: FigureValue): ParsedFigure {
  return { ok: true, figure, warnings: [] };
}

function read(form: Form, line: FigureLine, accumulate: Accumulate): FigureValue | undefined {
  const { rule } = line;
  switch (rule.kind) {
    case 'ratio':
    case 'bands':
    case 'leader':
      return readMeasure(form, line, accumulate);
    case 'count': {
      const value = form.whole('value');
      return value === undefined ? undefined : { value };
    }
    case 'yesNo':
      return readYes(form);
    case 'levels':
      return rule.pick === 'one' ? readLevel(form, rule.levels) : readCounts(form, 'levels', rule.levels);
    case 'checklist':
      return readItems(form, rule.items);
    case 'deduct':
      return readCounts(form, 'faults', rule.faults);
    case 'judged':
      return readPoints(form, line.max, rule.step);
  }
}

function readMeasure(form: Form, line: FigureLine, accumulate: Accumulate): FigureValue | undefined {
  const hasParts = form.text('part') !== '' || form.text('whole') !== '';
  const hasValue = form.text('value') !== '';
  if (hasParts && hasValue) return form.fault('value', 'figure-both-ways');
  const wanted = sortOf(line, accumulate);
  if (hasValue && accumulate === 'sumParts') return form.fault('part', 'parts-needed');
  if (hasParts && accumulate === 'sum') return form.fault('value', 'value-needed');
  if (hasValue || (!hasParts && wanted === 'value')) {
    const value = form.number('value', {});
    return value === undefined ? undefined : { value };
  }
  if (!hasParts) return undefined;
  const part = form.number('part', { atLeastZero: true, needed: true });
  const whole = form.number('whole', { atLeastZero: true, needed: true });
  if (whole !== undefined && millionths(whole) === 0n) {
    return form.fault('whole', 'whole-not-positive', { notApplicable: mayNotApply(line) });
  }
  if (part === undefined || whole === undefined) return undefined;
  if (compareDecimals(part, whole) > 0) form.warn('part', 'part-over-whole', { part, whole });
  return { part, whole };
}

function readYes(form: Form): FigureValue | undefined {
  const answer = form.text('yes');
  if (answer === '') return undefined;
  if (answer !== 'yes' && answer !== 'no') return form.fault('yes', 'choice-unknown', { choice: answer });
  return { yes: answer === 'yes' };
}

type Coded = readonly { readonly code: string }[];

function readLevel(form: Form, levels: Coded): FigureValue | undefined {
  const code = form.text('level');
  if (code === '') return undefined;
  const level = levels.find((entry) => sameCode(entry.code, code));
  return level === undefined
    ? form.fault('level', 'choice-unknown', { choice: code })
    : { levels: { [level.code]: 1 } };
}

/** Counts by code. Empty fields are no answer; a typed 0, or `none` ticked, says that there were none. */
function readCounts(form: Form, sort: 'levels' | 'faults', known: Coded): FigureValue | undefined {
  const given: [code: string, count: number][] = [];
  let answered = form.isTicked('none');
  for (const { code } of known) {
    const field = `${sort}.${code}`;
    const count = form.count(field);
    if (count === undefined) continue;
    if (count > 0 && form.isTicked('none')) form.fault(field, 'none-but-some');
    answered = true;
    if (count > 0) given.push([code, count]);
  }
  for (const field of form.fieldsBelow(sort)) {
    const code = field.slice(sort.length + 1);
    if (!known.some((entry) => sameCode(entry.code, code))) form.fault(field, 'choice-unknown', { choice: code });
  }
  if (!answered) return undefined;
  const counts = Object.fromEntries(given);
  return sort === 'levels' ? { levels: counts } : { faults: counts };
}

function readItems(form: Form, known: Coded): FigureValue | undefined {
  const ticked = form.list('items');
  const unknown = ticked.find((code) => !known.some((entry) => sameCode(entry.code, code)));
  if (unknown !== undefined) return form.fault('items', 'choice-unknown', { choice: unknown });
  if (ticked.length > 0 && form.isTicked('none')) return form.fault('none', 'none-but-some');
  if (ticked.length === 0 && !form.isTicked('none')) return undefined;
  return { items: known.map(({ code }) => code).filter((code) => ticked.some((given) => sameCode(code, given))) };
}

function readPoints(form: Form, max: string, step: string | undefined): FigureValue | undefined {
  const points = form.number('points', { atLeastZero: true, atMost: max });
  if (points === undefined) return undefined;
  if (compareDecimals(points, max) > 0) return form.fault('points', 'points-out-of-range', { max });
  if (step !== undefined && millionths(points) % millionths(step) !== 0n) {
    return form.fault('points', 'points-not-step', { step });
  }
  return { points };
}

/** Codes are compared by code point in a year file; a form may send them in another normal form of the same letters. */
function sameCode(known: string, given: string): boolean {
  return known === given || storedLine(known) === storedLine(given);
}

/** The fields of one form, gathering every fault while they are read. */
class Form {
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
