import { inForce } from '../figure/assessment.ts';
import { figureRecord } from '../figure/record.ts';
import type { YearChange } from '../year-change/year-change.ts';
import type { Case } from './case.ts';

/** A case as it stands once the changes that a judgement of it gave are done: each moves its revision on by one. */
export function caseAfter(subject: Case, changes: readonly YearChange[]): Case {
  let { assessments, revision } = subject;
  for (const change of changes) {
    if (change.kind === 'assessment') assessments = [...assessments, change.assessment];
    else if (change.kind === 'assessment-undone') assessments = assessments.filter((one) => one !== change.assessment);
    else continue;
    revision++;
  }
  return { ...subject, assessments, revision, record: figureRecord(subject.record, inForce(assessments)) };
}
