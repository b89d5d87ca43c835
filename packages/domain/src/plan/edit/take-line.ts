import { conductOf, groupsOf, linesOf, type PlanDocument } from '../document.ts';
import { addLine, removeLine } from './lines.ts';
import { mapLines } from './tree.ts';

/**
 * One document with a single line as another version has it: changed, added (to the group it has there, or to the last
 * one), or taken out. For two people who changed one plan at once and choose line by line.
 */
export function takeLine(mine: PlanDocument, theirs: PlanDocument, code: string): PlanDocument {
  const [own, other] = [mine, theirs].map(({ scoring }) => linesOf(scoring).find(({ line }) => line.code === code));
  if (other === undefined) {
    const without = removeLine(mine, code);
    return without.ok ? without.value : mine;
  }
  const placed = own === undefined ? added(mine, theirs, code) : mine;
  const conduct = conductOf(theirs.conduct, code);
  return {
    scoring: mapLines(placed.scoring, (line) => (line.code === code ? other.line : line)),
    conduct:
      conduct === undefined
        ? placed.conduct
        : { ...placed.conduct, lines: { ...placed.conduct.lines, [code]: conduct } },
  };
}

function added(mine: PlanDocument, theirs: PlanDocument, code: string): PlanDocument {
  const other = linesOf(theirs.scoring).find(({ line }) => line.code === code);
  const home = other?.groups.at(-1);
  const groups = groupsOf(mine.scoring).map(({ group }) => group.code);
  const group = groups.find((one) => one === home) ?? groups.at(-1);
  if (other === undefined || group === undefined) return mine;
  const place = groupsOf(theirs.scoring)
    .find((one) => one.group.code === home)
    ?.group.lines?.findIndex((line) => line.code === code);
  const result = addLine(mine, group, other.line, group === home ? place : undefined);
  return result.ok ? result.value : mine;
}
