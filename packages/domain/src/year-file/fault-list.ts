import type { Fault } from './fault.ts';
import { inFileWords, messageOf } from './messages.ts';
import { pointerOf, type Note } from '../schema/raw.ts';

/** So many faults are listed; a file with more has one cause, and no one reads on. */
const MOST = 10_000;

/** Gathers faults, each place and code once; said for a form, or for somebody who has the file (`inFile`). */
export function faultList({ inFile = false } = {}): { note: Note; faults: () => Fault[] } {
  const found = new Map<string, Fault>();
  let more = 0;
  return {
    note(path, code, params) {
      const pointer = pointerOf(path);
      const key = JSON.stringify([pointer, code, params]);
      if (found.has(key)) return;
      if (found.size >= MOST) more += 1;
      else
        found.set(key, {
          pointer,
          code,
          ...(params === undefined ? {} : { params }),
          message: inFile ? inFileWords(code, messageOf(code, params ?? {})) : messageOf(code, params ?? {}),
        });
    },
    faults() {
      const faults = [...found.values()];
      if (more > 0)
        faults.push({
          pointer: '',
          code: 'more',
          params: { count: more },
          message: messageOf('more', { count: more }),
        });
      return faults;
    },
  };
}
