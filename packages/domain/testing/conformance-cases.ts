import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** One case of the conformance set: a file and what must come of it. */
export interface ConformanceCase {
  /** File name without its endings, such as "27-drop-rescale". */
  readonly name: string;
  readonly text: string;
  /** The expected document, parsed: results of a valid year, or the pointers of an invalid one. */
  readonly expected: unknown;
}

const ownFolder = path.join(import.meta.dirname, '../conformance');

/** The folders with cases: the copy kept here, and one more named by CONFORMANCE_DIR. */
const folders = (): string[] => {
  const more = process.env['CONFORMANCE_DIR'];
  return more === undefined || more === '' ? [ownFolder] : [ownFolder, more];
};

function cases(ending: string, expectedEnding: string): ConformanceCase[] {
  return folders().flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => {
        const name = file.slice(0, -ending.length);
        const expectedFile = path.join(folder, name + expectedEnding);
        if (!existsSync(expectedFile)) throw new Error(`${expectedFile} is missing`);
        return {
          name,
          text: readFileSync(path.join(folder, file), 'utf8'),
          expected: JSON.parse(readFileSync(expectedFile, 'utf8')) as unknown,
        };
      }),
  );
}

/** `NN-name.year.json` with its `NN-name.results.json`. */
export const validCases = (): ConformanceCase[] => cases('.year.json', '.results.json');

/** `NN-name.invalid.json` with the pointers of `NN-name.faults.json`. */
export const invalidCases = (): ConformanceCase[] => cases('.invalid.json', '.faults.json');
