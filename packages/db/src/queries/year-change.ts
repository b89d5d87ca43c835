import { figureKey } from '@giaouoc/domain/figure/figure-key';
import type { YearChange } from '@giaouoc/domain/year-change/index';
import type { Write } from '../one-statement.ts';
import type { Scope } from '../scope.ts';
import { type AssessmentWrite, assessmentsUndone, assessmentsWrite } from './assessment.ts';
import { figuresWrite, type FigureWrite } from './figure.ts';
import { assignmentsWrite, type AssignmentWrite } from './target.ts';
import { type ReportMove, reportsMove, submissionsWithdrawn } from './report.ts';

/** What storing changes takes beside the changes: ids, and what a unit wrote beside a figure. */
export type Storing = {
  yearId: string;
  /** When they are done; every row gets the same instant. */
  at: string;
  /** The id of a unit by its code. */
  unitId: (code: string) => string;
  /** The note beside a figure, and whether the federation typed it for the unit. Asked for each figure that changes. */
  beside?: (unitId: string, line: string, period: string) => Pick<FigureWrite, 'note' | 'enteredFor' | 'submittedAt'>;
};

/**
 * The one place where intended changes of a year become writes, for `inOneStatement`. What a rule decided is stored as it is
 * said: nothing is decided here.
 */
export function changesWrites(scope: Scope, changes: readonly YearChange[], storing: Storing): Write[] {
  const { yearId, at, unitId, beside } = storing;
  // Of several changes of one figure the last one stands.
  const figures = new Map<string, FigureWrite>();
  const assessments: AssessmentWrite[] = [];
  const undone: string[] = [];
  const moves: ReportMove[] = [];
  const withdrawn: Write[] = [];
  const assignments: AssignmentWrite[] = [];
  for (const change of changes) {
    const unit = unitId(change.unit);
    switch (change.kind) {
      case 'figure': {
        const { line, period, state, value, submitted, sending } = change.side;
        const kept = beside?.(unit, line, period) ?? { note: null, enteredFor: false, submittedAt: null };
        figures.set(figureKey(line, period, unit), {
          unitId: unit,
          lineCode: line,
          periodCode: period,
          state,
          value: value ?? null,
          submitted: submitted ?? null,
          sending,
          note: kept.note,
          enteredFor: kept.enteredFor,
          submittedAt: submitted === undefined ? null : (kept.submittedAt ?? at),
        });
        break;
      }
      case 'assessment': {
        const { line, period, stage, decision, sending, figure, points, reason, due, entered } = change.assessment;
        assessments.push({
          unitId: unit,
          lineCode: line,
          periodCode: period,
          stage,
          decision,
          sending,
          figure: figure ?? null,
          points: points ?? null,
          reason: reason ?? null,
          dueAt: due === undefined ? null : new Date(due).toISOString(),
          entered: entered ?? false,
          at,
        });
        break;
      }
      case 'assessment-undone': {
        if (change.assessment.id === undefined) throw new TypeError('an assessment that is not stored is not undone');
        undone.push(change.assessment.id);
        break;
      }
      case 'assignment': {
        const { line: lineCode, assigned, reason } = change;
        assignments.push({ unitId: unit, lineCode, assigned, reason });
        break;
      }
      case 'report': {
        const { period: periodCode, state } = change;
        moves.push({ unitId: unit, periodCode, state, submittedAt: state === 'open' ? null : at });
        if (state === 'open') withdrawn.push(submissionsWithdrawn(scope, yearId, { unitId: unit, periodCode }, at));
        break;
      }
      default:
        throw new TypeError(`no such change: ${JSON.stringify(change satisfies never)}`);
    }
  }
  return [
    figuresWrite(scope, yearId, [...figures.values()], at),
    assessmentsWrite(scope, yearId, assessments),
    assessmentsUndone(scope, undone, at),
    assignmentsWrite(scope, yearId, assignments, at),
    reportsMove(scope, yearId, moves),
    ...withdrawn,
  ];
}
