import { keyOf, type Fields } from './figure-fields.ts';

/** One line of a posted report: what was typed, and the files chosen for it. */
export type PostedLine = {
  line: string;
  period: string;
  fields: Fields;
  note: string;
  seen: number;
  files: File[];
};

/**
 * The lines of a report's form, posted whole. Each begins with a prefix `l0`, `l1`, …: `l0.line`, `l0.period` and
 * `l0.seen` say which, `l0.note` and `l0.file` stand beside the figure, everything else is a field of the figure.
 */
export function postedLines(form: FormData): PostedLine[] {
  const byPrefix = new Map<string, PostedLine>();
  for (const [name, value] of form.entries()) {
    const found = /^(l\d{1,4})\.(.+)$/.exec(name);
    if (!found) continue;
    const [, prefix = '', field = ''] = found;
    const line = byPrefix.get(prefix) ?? { line: '', period: '', fields: {}, note: '', seen: 0, files: [] };
    byPrefix.set(prefix, line);
    put(line, field, value);
  }
  return [...byPrefix.values()].filter(({ line, period }) => line !== '' && period !== '');
}

function put(line: PostedLine, field: string, value: FormDataEntryValue): void {
  if (typeof value !== 'string') {
    if (field === 'file' && value.size > 0) line.files.push(value);
  } else if (field === 'note') line.note = value.replace(/\r\n?/g, '\n');
  else if (field === 'line' || field === 'period') line[field] = value;
  else if (field === 'seen') line.seen = Number(value) || 0;
  else if (field === 'items') {
    const items = line.fields['items'];
    line.fields['items'] = Array.isArray(items) ? [...items, value] : [value];
  } else line.fields[field] = value;
}

/** By the key of its line, for giving a form back as it was typed. */
export const byKey = <T extends { line: string; period: string }>(lines: readonly T[]): Record<string, T> =>
  Object.fromEntries(lines.map((line) => [keyOf(line), line]));
