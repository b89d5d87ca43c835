import type { Instant } from '../period/local-time.ts';
import { dueOn, isLate } from '../period/period.ts';
import { isBeforeJoining, linesBeforeJoining } from '../plan/before-joining.ts';
import { conductOf, isForBlock, linesOf } from '../plan/document.ts';
import type { PledgeState } from '../pledge/pledge-state.ts';
import { figureStanding } from '../figure/status.ts';
import { scoringOf } from '../rules/kinds.ts';
import type { Results } from '../scoring/results.ts';
import type { LeftOut } from './assemble-year.ts';
import { figureKey, unitLineKey } from '../figure/figure-key.ts';
import { figuresAsRead } from './figures-as-read.ts';
import type { YearInput } from './input.ts';
import { onRecordIn, targetsInForce } from './targets-in-force.ts';

/** What stands in the way of making a year provisional, or is worth a look before. */
export type BlockerKind =
  | 'no-units'
  | 'not-yet-due'
  | 'waiting'
  | 'returned'
  | 'left-out'
  | 'not-entered'
  | 'missing'
  | 'before-joining'
  | 'no-target'
  | 'unsigned'
  | 'undecided';

/** One kind of it, with where to go. `blocks`: it must be settled first; else the officer is only told. */
export type Blocker = {
  readonly kind: BlockerKind;
  readonly blocks: boolean;
  readonly count: number;
  /** Units concerned, by code, each once. */
  readonly units: readonly string[];
  /** Lines concerned, by code, each once; quotas for `undecided`. */
  readonly lines: readonly string[];
};

/** What is looked at; `results` and `leftOut` are those of the verified year. */
export type BlockerInput = {
  readonly input: YearInput;
  readonly results: Results;
  readonly leftOut: readonly LeftOut[];
  /** Where each unit's pledge on the latest version stands; a unit without one has not been offered it. */
  readonly pledges: Readonly<Record<string, PledgeState>>;
  /** Later due times, by unit and period. */
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly now: Instant;
};

/** Which kinds block, and why. */
const blocking: Readonly<Record<BlockerKind, boolean>> = {
  // Nobody to rank.
  'no-units': true,
  // A line still to come would stand as 0 for everyone, and grades and quotas would be worked out from it.
  'not-yet-due': true,
  // The federation owes these units an answer; ranking them below others for it would be the federation's fault.
  // Where the plan lets unverified figures count this is only told (see below).
  waiting: true,
  // The unit still has the right to answer what came back.
  returned: true,
  // A judged figure without a place in the plan as it now is counts as nothing: someone has to look at it again.
  'left-out': true,
  // Lines that the federation itself enters: its own omission must not cost a unit points.
  'not-entered': true,
  // The unit did not report in time: by the rules that is 0 with status `missing`, and waiting would reward it.
  missing: false,
  // Due before the unit took part: owed by nobody, and yet 0 by a plan that does not say otherwise. The officer decides.
  'before-joining': false,
  // A figure without the unit's own number is 0 with status `no-target`; the unit was asked to set it.
  'no-target': false,
  // The latest version scores everyone, signed or not.
  unsigned: false,
  // Tied units all stay until the committee decides; a provisional ranking is what it decides on.
  undecided: false,
};

/** What stands in the way of a provisional ranking, blocking kinds first; empty when nothing does. */
export function provisionalBlockers(given: BlockerInput): Blocker[] {
  const { input, results, leftOut, pledges } = given;
  const found: Finding[] = [];
  if (input.units.length === 0) found.push({ kind: 'no-units' });
  found.push(...figureFindings(given));
  const inYear = new Set(input.units.map((unit) => unit.code));
  // A line that an officer took from a unit is settled, whatever was sent of it.
  const taken = new Set(input.targets.filter((t) => t.assigned === false).map((t) => unitLineKey(t.unit, t.line)));
  for (const { unit, line, what } of leftOut) {
    if (what !== 'target' && !taken.has(unitLineKey(unit, line)) && inYear.has(unit))
      found.push({ kind: 'left-out', unit, line });
  }
  for (const { unit, lines, undecided } of results.units) {
    for (const { line, status } of lines) if (status === 'no-target') found.push({ kind: 'no-target', unit, line });
    for (const quota of undecided) found.push({ kind: 'undecided', unit, line: quota });
  }
  found.push(...beforeJoining(input));
  for (const { code } of input.units) {
    const state = pledges[code];
    if (state !== 'signed' && state !== 'countersigned') found.push({ kind: 'unsigned', unit: code });
  }
  return gather(found, input.document.conduct.unverifiedCounts);
}

type Finding = { kind: BlockerKind; unit?: string; line?: string };

/** Every line of every unit in every period it is due. */
function figureFindings({ input, extensions = {}, now }: BlockerInput): Finding[] {
  const { document, units } = input;
  const statuses = new Map(
    figuresAsRead(input).map((figure) => [figureKey(figure.line, figure.period, figure.unit), figure.status]),
  );
  const taken = new Set(
    targetsInForce(input)
      .filter((t) => t.assigned === false)
      .map((t) => unitLineKey(t.unit, t.line)),
  );
  const found: Finding[] = [];
  for (const { line } of linesOf(document.scoring)) {
    const conduct = conductOf(document.conduct, line.code);
    for (const unit of units) {
      if (conduct === undefined || !isForBlock(line, unit.block) || taken.has(unitLineKey(unit.code, line.code)))
        continue;
      for (const period of document.conduct.periods.filter(({ code }) => conduct.due.includes(code))) {
        const at = { unit: unit.code, line: line.code };
        const standing = figureStanding(statuses.get(figureKey(line.code, period.code, unit.code)) ?? 'empty');
        if (standing === 'waiting' || standing === 'returned') found.push({ kind: standing, ...at });
        if (standing !== 'owed') continue;
        const extendedTo = extensions[unit.code]?.[period.code];
        if (isBeforeJoining(period, unit.activeSince, extendedTo)) continue;
        const due = dueOn(period, extendedTo === undefined ? undefined : { due: extendedTo });
        if (!isLate(due, now)) found.push({ kind: 'not-yet-due', ...at });
        else if (conduct.enteredBy === 'unit') found.push({ kind: 'missing', ...at });
        // On some lines silence means that there was nothing, as no fault was found.
        else if (scoringOf(line.rule).missingIsNone !== true) found.push({ kind: 'not-entered', ...at });
      }
    }
  }
  return found;
}

/** Lines that count as missing although they were due before the unit took part: nobody has decided about them. */
function beforeJoining(input: YearInput): Finding[] {
  const taken = new Set(
    targetsInForce(input)
      .filter((t) => t.assigned === false)
      .map((t) => unitLineKey(t.unit, t.line)),
  );
  const onRecord = onRecordIn(input);
  return input.units.flatMap((unit) =>
    linesBeforeJoining(input.document, unit, (line) => onRecord.has(unitLineKey(unit.code, line)))
      .filter((line) => !taken.has(unitLineKey(unit.code, line)))
      .map((line) => ({ kind: 'before-joining', unit: unit.code, line })),
  );
}

function gather(found: readonly Finding[], unverifiedCounts: boolean): Blocker[] {
  const kinds = Object.keys(blocking) as BlockerKind[];
  const blockers = kinds.flatMap((kind): Blocker[] => {
    const ofKind = found.filter((finding) => finding.kind === kind);
    if (ofKind.length === 0) return [];
    return [
      {
        kind,
        blocks: blocking[kind] && !(kind === 'waiting' && unverifiedCounts),
        count: ofKind.length,
        units: unique(ofKind.map(({ unit }) => unit)),
        lines: unique(ofKind.map(({ line }) => line)),
      },
    ];
  });
  return [...blockers.filter(({ blocks }) => blocks), ...blockers.filter(({ blocks }) => !blocks)];
}

function unique(codes: readonly (string | undefined)[]): string[] {
  return [...new Set(codes.filter((code) => code !== undefined))];
}
