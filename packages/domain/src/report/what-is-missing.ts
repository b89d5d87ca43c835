import { mayFigure } from '../figure/status.ts';
import type { AskedLine } from './what-is-asked.ts';

/** One thing that a report still lacks. */
export type Missing = {
  readonly line: string;
  readonly period: string;
  /** `figure`: nothing typed. `evidence`: no file, or too few, where the plan demands it. `evidence-welcome`: none yet. */
  readonly what: 'figure' | 'evidence' | 'evidence-welcome';
  /** Must be answered, or knowingly left out, before the report can be sent. */
  readonly blocks: boolean;
  /** For evidence: how many files there are and how many are wanted. */
  readonly have?: number;
  readonly want?: number;
};

/** What a report still lacks, in the order of its lines. Lines that were sent already lack nothing. */
export function whatIsMissing(asked: readonly AskedLine[]): Missing[] {
  return asked.filter(({ status }) => mayFigure(status, 'save')).flatMap(missingOf);
}

function missingOf({ line, period, record, conduct }: AskedLine): Missing[] {
  const at = { line: line.code, period };
  if (record.value === undefined) return [{ ...at, what: 'figure', blocks: true }];
  const { needed, atLeast = 1 } = conduct.evidence;
  // Where nothing occurred there is nothing to photograph; the officer can still return the line and ask.
  if (needed === 'no' || record.evidence >= atLeast || 'notApplicable' in record.value) return [];
  const required = needed === 'required';
  return [
    { ...at, what: required ? 'evidence' : 'evidence-welcome', blocks: required, have: record.evidence, want: atLeast },
  ];
}
