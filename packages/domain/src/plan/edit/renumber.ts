import type { Group } from '../../year-file/index.ts';
import type { PlanDocument } from '../document.ts';
import { renameCodes } from './rename.ts';

/**
 * Numbers lines by their place: below group `1` they become `1.1`, `1.2`…, groups in it go on counting. Conduct, gates,
 * required conditions and ranking keys follow. Codes of top-level groups stay, since they are chosen ("A", "T").
 * Codes in `keep` (all that were ever published) stay too, and their numbers are passed over.
 */
export function renumber(document: PlanDocument, keep: ReadonlySet<string> = new Set()): PlanDocument {
  const names = new Map<string, string>();
  const taken = new Set([...keep, ...document.scoring.groups.map((group) => group.code)]);
  const give = (group: Group, code: string): void => {
    let number = 0;
    const next = (old: string): string => {
      if (keep.has(old)) return old;
      do number++;
      while (taken.has(`${code}.${number}`));
      const fresh = `${code}.${number}`;
      taken.add(fresh);
      return fresh;
    };
    for (const line of group.lines ?? []) names.set(line.code, next(line.code));
    for (const inner of group.groups ?? []) {
      const fresh = next(inner.code);
      names.set(inner.code, fresh);
      give(inner, fresh);
    }
  };
  for (const group of document.scoring.groups) give(group, group.code);
  return renameCodes(document, new Map([...names].filter(([old, fresh]) => old !== fresh)));
}
