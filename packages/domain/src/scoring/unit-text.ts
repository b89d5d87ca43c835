import type { UnitResult } from './results.ts';

const quoted = new Map<string, string>();

/** The JSON text of a code; codes come again and again. */
function quote(code: string): string {
  let text = quoted.get(code);
  if (text === undefined) {
    if (!code.isWellFormed()) throw new TypeError('a code holds half of a surrogate pair');
    text = JSON.stringify(code);
    if (quoted.size > 10_000) quoted.clear();
    quoted.set(code, text);
  }
  return text;
}

const quoteOrNull = (code: string | null) => (code === null ? 'null' : quote(code));
const quoteAll = (codes: readonly string[]) => `[${codes.map(quote).join(',')}]`;

/**
 * The RFC 8785 text of a unit's result that this engine made: the same as canonicalJson gives, some ten times as fast,
 * because the keys and their order are known and points need no escaping.
 */
export function unitText(unit: UnitResult): string {
  let groups = '';
  for (const { group, points } of unit.groups) {
    if (groups !== '') groups += ',';
    groups += `{"group":${quote(group)},"points":"${points}"}`;
  }
  let lines = '';
  for (const { line, points, status, computed } of unit.lines) {
    if (lines !== '') lines += ',';
    lines += computed === undefined ? '{' : `{"computed":"${computed}",`;
    lines += `"line":${quote(line)},"points":"${points}","status":"${status}"}`;
  }
  return (
    `{"base":"${unit.base}","block":${quote(unit.block)},"bonus":"${unit.bonus}","cluster":${quoteOrNull(unit.cluster)},` +
    `"gates":${quoteAll(unit.gates)},"grade":${quoteOrNull(unit.grade)},"groups":[${groups}],"lines":[${lines}],` +
    `"notGraded":${quoteOrNull(unit.notGraded)},"penalty":"${unit.penalty}","rank":${String(unit.rank)},` +
    `"scoredGrade":${quoteOrNull(unit.scoredGrade)},"total":"${unit.total}",` +
    `"undecided":${quoteAll(unit.undecided)},"unit":${quote(unit.unit)}}`
  );
}
