import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ownFolder = path.join(import.meta.dirname, '../conformance/proofs');

/** The folders with cases: the copy kept here, and one more named by PROOFS_DIR. */
const folders = (): string[] => {
  const more = process.env['PROOFS_DIR'];
  return more === undefined || more === '' ? [ownFolder] : [ownFolder, more];
};

/** A draw and what verifying it must answer: the exit code, and the pointers of the faults or of what differs. */
export interface DrawCase {
  readonly name: string;
  readonly document: unknown;
  readonly exit: 0 | 2 | 3;
  readonly faults: readonly string[];
}

/** Cross-scores of one line and their result, null where the case is refused. */
export interface CrossScoreCase {
  readonly name: string;
  readonly case: unknown;
  readonly result: unknown;
  readonly faults: readonly string[];
}

function casesOf<T>(prefix: string): T[] {
  return folders().flatMap((folder) => {
    const files = readdirSync(folder).filter((file) => file.startsWith(prefix) && file.endsWith('.json'));
    if (files.length === 0) throw new Error(`no cases ${prefix}* in ${folder}`);
    return files
      .sort()
      .map((file) => ({ name: file, ...(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object) }) as T);
  });
}

/** `draw-*.json`. */
export const drawCases = (): DrawCase[] => casesOf('draw-');

/** `cross-*.json`. */
export const crossScoreCases = (): CrossScoreCase[] => casesOf('cross-');
