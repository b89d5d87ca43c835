import { missing, number } from '@giaouoc/domain/words/numbers';
import { fullDay, fullMoment } from '@giaouoc/domain/words/times';
import { fieldWords, silentFields, valueWords } from './field-words.ts';

/** One thing that changed, as it was and as it is; null where it was not there. */
export type Difference = { what: string; before: string | null; after: string | null };

/** What changed between the two pictures of an event, in words; what stayed the same is not said. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path): Difference[] => {
    const [old = null, now = null] = [was.get(path), is.get(path)];
    return old === now ? [] : [{ what: path, before: old, after: now }];
  });
}

/** Every value below, said, by its name; nothing for what is null. */
function flat(value: unknown): Map<string, string> {
  const all = new Map<string, string>();
  const walk = (one: unknown, path: readonly string[]): void => {
    if (one === null || one === undefined) return;
    const said = saidWhole(one);
    if (said !== undefined) {
      all.set(nameOf(path), said);
      return;
    }
    for (const [key, below] of Object.entries(one as object)) if (!silentFields.has(key)) walk(below, [...path, key]);
  };
  walk(value, []);
  return all;
}

/** A value that is said in one go: anything but an object of fields. */
function saidWhole(value: unknown): string | undefined {
  if (Array.isArray(value)) return listed(value);
  if (typeof value !== 'object' || value === null) return said(value);
  return figureSaid(value as Record<string, unknown>);
}

function listed(values: readonly unknown[]): string {
  if (values.length > 12) return `${values.length} mục`;
  return values
    .map((one) =>
      typeof one === 'object' && one !== null
        ? Object.entries(one)
            .filter(([key, below]) => !silentFields.has(key) && typeof below !== 'object')
            .map(([, below]) => said(below))
            .join(' · ')
        : said(one),
    )
    .join('; ');
}

/** A figure of a report as people write it; undefined for any other object. */
function figureSaid(value: Record<string, unknown>): string | undefined {
  const keys = Object.keys(value);
  if (keys.length === 0) return missing;
  if (keys.length === 2 && 'part' in value && 'whole' in value) return `${said(value['part'])}/${said(value['whole'])}`;
  if (keys.length !== 1) return undefined;
  if ('notApplicable' in value) return 'không phát sinh';
  if ('yes' in value) return value['yes'] ? 'Có' : 'Không';
  if ('value' in value && typeof value['value'] === 'string') return said(value['value']);
  if ('points' in value && typeof value['points'] === 'string') return `${said(value['points'])}\u00a0điểm`;
  if ('items' in value && Array.isArray(value['items'])) return listed(value['items']) || '0 mục';
  const counted = value['levels'] ?? value['faults'];
  if (typeof counted !== 'object' || counted === null) return undefined;
  return (
    Object.entries(counted)
      .map(([code, times]) => `${code} × ${said(times)}`)
      .join('; ') || 'không có'
  );
}

function said(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'string') return missing;
  if (/^-?\d+\.\d+$/.test(value)) return number(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return fullDay(value);
  if (/^\d{4}-\d\d-\d\dT(\d\d:\d\d|[\d:.]+Z)$/.test(value)) return fullMoment(value);
  return valueWords[value] ?? value;
}

/** The name of a place: its fields' words, outermost first; of a draft's place, the pointer's. */
function nameOf(path: readonly string[]): string {
  const steps = path.flatMap((step) =>
    step.startsWith('/') ? step.slice(1).split('/') : step === '' ? ['document'] : [step],
  );
  const words = steps.map((step) => fieldWords[step] ?? (/^\d+$/.test(step) ? String(Number(step) + 1) : step));
  return words.join(' › ') || 'Tên';
}
