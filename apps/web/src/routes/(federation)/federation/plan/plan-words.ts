import { ruleInBrief } from '@giaouoc/domain/explain/index';
import type { Line } from '@giaouoc/domain/year-file/plan.schema';
import { editorOf } from './rules/editors.ts';

export { roleWords } from '@giaouoc/domain/plan/conduct-words';

/** The line's rule in a few words; while it is half written only its kind can be said. */
export function briefOf(line: Line): string {
  try {
    return ruleInBrief(line);
  } catch {
    return editorOf(line.rule.kind).label;
  }
}

export { changeInWords } from '@giaouoc/domain/plan/change-words';
