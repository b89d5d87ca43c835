import type { RouterOutputs } from '@giaouoc/api/contract';
import type { FigureValue } from '@giaouoc/domain/figure/figure';
import { formatTyped } from '@giaouoc/domain/words/numbers';

/** One line of a report as the API gives it. */
type Asked = RouterOutputs['report']['get']['lines'][number];
export type AskedLine = Omit<Asked, 'ask'> & { ask: { [K in keyof Asked['ask']]?: string | undefined } };
/** The fields of one line's form as they were typed, by the names `parseFigure` knows. */
export type Fields = Record<string, string | string[]>;

/** Which line of which period: lines of several periods stand in one report once some came back. */
export const keyOf = (line: { line: string; period: string }): string => `${line.period}|${line.line}`;
export const keyOfAsked = (asked: Pick<AskedLine, 'line' | 'period'>): string =>
  keyOf({ line: asked.line.code, period: asked.period });

/** What stands in the fields of a line for a stored figure; nothing for none. */
export function fieldsOfFigure(sort: AskedLine['sort'], figure: FigureValue | null | undefined): Fields {
  if (!figure) return {};
  if ('notApplicable' in figure) return { notApplicable: 'on' };
  if ('value' in figure) return { value: formatTyped(figure.value) };
  if ('part' in figure) return { part: formatTyped(figure.part), whole: formatTyped(figure.whole) };
  if ('yes' in figure) return { yes: figure.yes ? 'yes' : 'no' };
  if ('points' in figure) return { points: formatTyped(figure.points) };
  if ('items' in figure) return figure.items.length === 0 ? { none: 'on' } : { items: [...figure.items] };
  if ('faults' in figure) return counts('faults', figure.faults);
  if (sort === 'oneLevel') return { level: Object.keys(figure.levels)[0] ?? '' };
  return counts('levels', figure.levels);
}

function counts(sort: 'levels' | 'faults', given: Record<string, number>): Fields {
  const entries = Object.entries(given);
  if (entries.length === 0) return { none: 'on' };
  return Object.fromEntries(entries.map(([code, count]) => [`${sort}.${code}`, String(count)]));
}

/** The text of one field; of a list the first. */
export function textOf(fields: Fields, name: string): string {
  const given = fields[name];
  return typeof given === 'string' ? given : (given?.[0] ?? '');
}

/** The ticked codes of a list field. */
export function listOf(fields: Fields, name: string): string[] {
  const given = fields[name];
  return given === undefined ? [] : typeof given === 'string' ? [given] : given;
}

/** The same fields typed? Empty ones do not count. */
export function sameFields(a: Fields, b: Fields): boolean {
  return plain(a) === plain(b);
}

function plain(fields: Fields): string {
  return JSON.stringify(
    Object.entries(fields)
      .filter(([, value]) => value.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The address of a line within a page: `line-1-6`. */
export const lineAnchor = (code: string): string => `line-${code.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
