import type { Instant } from '../period/local-time.ts';
import { instantOf } from '../period/local-time.ts';
import { daysLeft, dueOn, isLate, isOpen } from '../period/period.ts';
import type { Signing, UnitCapacity } from '../plan/conduct.schema.ts';
import { type Asked, type PledgeRecord, pledgeState, signaturesLeft } from '../pledge/pledge-state.ts';
import { figureStanding } from '../figure/status.ts';
import { type AskedLine, type AskingFor, whatIsAsked } from '../report/what-is-asked.ts';
import { whatIsMissing } from '../report/what-is-missing.ts';

/** One thing a unit owes. */
export type Task = {
  readonly kind: 'sign' | 'sign-addendum' | 'returned' | 'report';
  /** By when; a pledge without a day has none. */
  readonly due?: Instant;
  readonly daysLeft?: number;
  readonly late: boolean;
  /** For `report` and `returned`. */
  readonly period?: string;
  /** For `returned`: the line and why it came back. */
  readonly line?: string;
  readonly reason?: string;
  /** For `report`: lines that are ready or sent, of all that are asked; codes of those without a figure. */
  readonly done?: number;
  readonly of?: number;
  readonly without?: readonly string[];
  /** For signing: own numbers still to be set, and whose signatures are still to come. */
  readonly targets?: readonly string[];
  readonly signatures?: readonly Asked[];
  readonly version?: number;
  /** For an addendum: the version that is signed already. */
  readonly signedBefore?: number;
};

/** The pledge that the unit is asked to sign. */
export type OwnPledge = {
  readonly version: number;
  readonly pledge: PledgeRecord;
  /** Who signs it and by when, as that version says. */
  readonly signing: Signing;
  /** Own numbers still to be set. */
  readonly open: readonly string[];
  /** The version that the unit has signed before: then this is an addendum. */
  readonly signedBefore?: number | undefined;
};

/**
 * What a unit owes, soonest first; what is late comes before what is not, what has no day comes last. `capacity` narrows
 * signing to what this person can do about it: a principal is told only of the witness' signature.
 */
export function tasksOf(
  unit: AskingFor,
  pledge: OwnPledge | undefined,
  now: Instant,
  capacity?: UnitCapacity | 'principal',
): Task[] {
  const tasks = [...signTasks(pledge, now, capacity), ...(capacity === 'principal' ? [] : reportTasks(unit, now))];
  return tasks.sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
}

function signTasks(own: OwnPledge | undefined, now: Instant, capacity: UnitCapacity | 'principal' | undefined): Task[] {
  if (own === undefined) return [];
  const { signing } = own;
  const state = pledgeState(own.pledge, signing);
  if (state === 'declined' || state === 'paper') return [];
  const signatures = ownSignaturesLeft(own.pledge, signing).filter(
    (asked) => capacity === undefined || asked.capacity === capacity,
  );
  if (signatures.length === 0) return [];
  return [
    {
      kind: own.signedBefore === undefined ? 'sign' : 'sign-addendum',
      ...(signing.due === undefined ? { late: false } : when(instantOf(signing.due), now)),
      targets: own.open,
      signatures,
      version: own.version,
      ...(own.signedBefore === undefined ? {} : { signedBefore: own.signedBefore }),
    },
  ];
}

function ownSignaturesLeft(pledge: PledgeRecord, signing: Signing): Asked[] {
  return signaturesLeft(pledge, signing).filter(({ party }) => party !== 'federation');
}

function reportTasks(unit: AskingFor, now: Instant): Task[] {
  const returned = unit.returns.flatMap((back): Task[] => {
    const asked = whatIsAsked(unit, back.period).find(
      (line) => line.line.code === back.line && line.period === back.period && line.why === 'returned',
    );
    if (asked === undefined) return [];
    const until = back.due === undefined ? { late: false } : when(back.due, now);
    return [{ kind: 'returned', ...until, period: back.period, line: back.line, reason: back.reason }];
  });
  const reports = unit.document.conduct.periods.flatMap((period): Task[] => {
    if (!isOpen(period, now)) return [];
    const asked = whatIsAsked(unit, period.code).filter(({ why }) => why === 'due');
    const owed = asked.filter(({ status }) => figureStanding(status) === 'owed');
    if (owed.length === 0) return [];
    const extendedTo = unit.reports?.find((report) => report.period === period.code)?.extendedTo;
    const due = dueOn(period, extendedTo === undefined ? undefined : { due: extendedTo });
    return [{ kind: 'report', ...when(due, now), period: period.code, ...countDone(asked) }];
  });
  return [...returned, ...reports];
}

function countDone(asked: readonly AskedLine[]): Pick<Task, 'done' | 'of' | 'without'> {
  const without = whatIsMissing(asked)
    .filter(({ what }) => what === 'figure')
    .map(({ line }) => line);
  return { done: asked.length - without.length, of: asked.length, without };
}

function when(due: Instant, now: Instant): { due: Instant; daysLeft: number; late: boolean } {
  return { due, daysLeft: daysLeft(due, now), late: isLate(due, now) };
}
