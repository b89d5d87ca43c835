import type { z } from 'zod';
import { isRaw, type Note, type Path } from '../schema/raw.ts';

type Issue = z.core.$ZodIssue;

/** Notes what the schema found, in the places that the year file's text names. */
export function noteIssues(issues: readonly Issue[], root: unknown, note: Note, base: Path = []): void {
  for (const issue of issues) noteIssue(issue, root, note, base);
}

/**
 * Notes a missing key at the place where it should be, as the text of the proofs asks for; the year file's text names the
 * object that lacks it.
 */
export const missingAtKey =
  (note: Note): Note =>
  (path, code, params) =>
    note(code === 'missing-key' ? [...path, params!['key']!] : path, code, params);

function noteIssue(issue: Issue, root: unknown, note: Note, base: Path): void {
  const path = [...base, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) note([...path, key], 'unknown-key', { key });
    return;
  }
  const last = path.at(-1);
  const parent = valueAt(root, path.slice(0, -1));
  if (typeof last === 'string' && isRaw(parent) && !Object.hasOwn(parent, last)) {
    note(path.slice(0, -1), 'missing-key', { key: last });
    return;
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    noteUnion(issue, root, note, path);
    return;
  }
  note(path, issue.message, paramsOf(issue));
}

function paramsOf(issue: Issue): Record<string, string> {
  return issue.code === 'invalid_value' ? { values: issue.values.map(String).join(', ') } : {};
}

/**
 * Of several shapes, one is meant: that with exactly the keys that are there. Then its faults are named. Where none
 * has them, the keys do not go together, and that is the fault. A key of no shape is unknown.
 */
function noteUnion(issue: Extract<Issue, { code: 'invalid_union' }>, root: unknown, note: Note, path: Path): void {
  const value = valueAt(root, path);
  const branches = issue.errors.filter((errors) => !errors.some((error) => isTypeIssue(error)));
  if (!isRaw(value) || branches.length === 0) {
    // A number or text where other forms are allowed too: the first form says best what is wrong.
    const first = issue.errors.flat().find((error) => error.path.length === 0 && !isTypeIssue(error));
    note(path, first?.message ?? issue.message);
    return;
  }
  const unknown = branches.map((errors) => unknownKeys(errors));
  const nowhere = [...(unknown[0] ?? [])].filter((key) => unknown.every((keys) => keys.has(key)));
  for (const key of nowhere) note([...path, key], 'unknown-key', { key });
  const meant = branches.find(
    (errors, index) => unknown[index]!.size === nowhere.length && !errors.some((error) => isMissing(error, value)),
  );
  if (meant === undefined) note(path, issue.message);
  else
    noteIssues(
      meant.filter((error) => !(error.code === 'unrecognized_keys' && error.path.length === 0)),
      root,
      note,
      path,
    );
}

const isTypeIssue = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;

const isMissing = (issue: Issue, value: Readonly<Record<string, unknown>>): boolean =>
  issue.path.length === 1 && !Object.hasOwn(value, String(issue.path[0]));

const unknownKeys = (issues: readonly Issue[]): Set<string> =>
  new Set(issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [])));

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
