import { compareDecimals } from '../numbers/decimal.ts';
import { guidanceOf } from '../rules/guidance.ts';
import { scoringOf } from '../rules/kinds.ts';
import { above } from '../rules/rule-check.ts';
import { noteFigure } from './figure-meaning.ts';
import { below, decimalOf, isRaw, listOf, textOf, type Note, type Raw } from '../schema/raw.ts';
import { blocksLeaveOut, entryOf, type EntryView, type YearView } from './year-view.ts';

/** Notes what targets, figures and adjustments refer to and is not there, and second entries; paths from the year. */
export function noteEntries(view: YearView, note: Note): void {
  eachEntry(view, 'targets', note, noteTarget);
  eachEntry(view, 'figures', note, noteFigureEntry);
  eachEntry(view, 'adjustments', note, noteAdjustment);
}

type Check = (view: YearView, entry: Raw, refers: EntryView, note: Note) => void;

function eachEntry(view: YearView, list: string, note: Note, check: Check): void {
  const seen = new Set<number>();
  const units = Array.isArray(view.raw['units']);
  listOf(view.raw[list]).forEach((entry, index) => {
    if (!isRaw(entry)) return;
    const refers = entryOf(view, entry);
    const noteEntry: Note = (path, code, params) => note([list, index, ...path], code, params);
    if (units && refers.unit === null && textOf(entry['unit']) !== null)
      noteEntry(['unit'], 'unknown-unit', { code: String(entry['unit']) });
    if (view.plan.readable && refers.line === null && textOf(entry['line']) !== null)
      noteEntry(['line'], 'unknown-line', { code: String(entry['line']) });
    if (refers.key !== null) {
      if (seen.has(refers.key))
        noteEntry([], 'entry-twice', { unit: String(entry['unit']), line: String(entry['line']) });
      seen.add(refers.key);
    }
    check(view, entry, refers, noteEntry);
  });
}

const names = (entry: Raw) => ({ unit: String(entry['unit']), line: String(entry['line']) });

function noteTarget(_view: YearView, entry: Raw, refers: EntryView, note: Note): void {
  const has = { target: entry['target'] !== undefined, assigned: entry['assigned'] !== undefined };
  if (has.target === has.assigned) note([], has.target ? 'target-and-assigned' : 'target-or-assigned');
  const { line } = refers;
  if (blocksLeaveOut(refers)) note([], 'not-assigned', names(entry));
  if (!has.target || line === null || line.kind === null) return;
  const asked = line.rule['target'];
  if (asked !== 'unit') {
    // A target of another form has its own fault; whether the rule takes one of the unit cannot be said then.
    if (asked === undefined || decimalOf(asked) !== null) note([], 'target-not-taken', { line: String(entry['line']) });
  } else if (guidanceOf(line.kind).check.positiveTarget === true && decimalOf(entry['target']) !== null) {
    if (!above(entry['target'], '0')) note(['target'], 'not-positive');
  }
}

function noteFigureEntry(view: YearView, entry: Raw, refers: EntryView, note: Note): void {
  noteFigure(entry, refers.line, note);
  noteLeftOut(view, entry, refers, note);
  if (refers.key !== null && entry['notApplicable'] === true && refers.line?.raw['whenNotApplicable'] === 'drop')
    view.dropped.add(refers.key);
}

function noteLeftOut(view: YearView, entry: Raw, refers: EntryView, note: Note): void {
  if (blocksLeaveOut(refers)) note([], 'not-assigned', names(entry));
  else if (refers.key !== null && view.leftOut.has(refers.key)) note([], 'left-out', names(entry));
}

function noteAdjustment(view: YearView, entry: Raw, refers: EntryView, note: Note): void {
  noteLeftOut(view, entry, refers, note);
  if (refers.key !== null && view.dropped.has(refers.key)) note([], 'adjustment-dropped', names(entry));
  const points = decimalOf(entry['points']);
  const { line } = refers;
  if (points === null || line === null || line.max === null) return;
  if (above(points, line.max)) note(['points'], 'adjustment-high', { max: line.max });
  if (line.valid === null) return;
  const lowest = scoringOf(line.valid).lowest(line.valid);
  if (compareDecimals(points, lowest) < 0) note(['points'], 'adjustment-low', { lowest });
}

/** Notes faults of units, lots and decisions; paths from the year. */
export function noteUnits(view: YearView, clusters: boolean, note: Note): void {
  const seen = new Set<string>();
  listOf(view.raw['units']).forEach((unit, index) => {
    if (!isRaw(unit)) return;
    const code = textOf(unit['code']);
    if (code !== null && seen.has(code)) note(['units', index, 'code'], 'code-twice', { code });
    if (code !== null) seen.add(code);
    if (clusters && unit['cluster'] === undefined) note(['units', index], 'cluster-needed', { unit: code ?? '' });
  });
  const { lots } = view.raw;
  if (isRaw(lots) && Array.isArray(view.raw['units']))
    for (const code of Object.keys(lots)) if (!view.units.has(code)) note(['lots', code], 'unknown-unit', { code });
}

/** Notes faults of decisions as far as they show before scoring; paths from the year. */
export function noteDecisions(view: YearView, note: Note): void {
  const quotas = new Map(
    listOf(view.plan.raw['quotas']).flatMap((quota) => {
      const code = isRaw(quota) ? textOf(quota['code']) : null;
      return code === null ? [] : [[code, quota as Raw] as const];
    }),
  );
  const seen = new Set<string>();
  listOf(view.raw['decisions']).forEach((decision, index) => {
    if (!isRaw(decision)) return;
    const noteDecision = below(note, 'decisions', index);
    const code = textOf(decision['quota']);
    const quota = code === null ? undefined : quotas.get(code);
    if (code !== null && quota === undefined) noteDecision(['quota'], 'unknown-quota', { code });
    if (quota !== undefined && (quota['ties'] === 'keep' || quota['ties'] === 'drop'))
      noteDecision(['quota'], 'quota-not-decided', { code: code ?? '' });
    const place = notePlace(view, decision, quota?.['within'], noteDecision);
    if (place === null || quota === undefined) return;
    const key = JSON.stringify([code, place]);
    if (seen.has(key)) noteDecision([], 'decision-twice', { code: code ?? '' });
    seen.add(key);
  });
}

/** The one place that a decision is about: the block, cluster or '' of its units; null when that cannot be read. */
function notePlace(view: YearView, decision: Raw, within: unknown, note: Note): string | null {
  let place: string | null = null;
  const seen = new Set<string>();
  listOf(decision['keep']).forEach((entry, position) => {
    const code = textOf(entry);
    if (code === null) return;
    if (seen.has(code)) note(['keep', position], 'code-twice', { code });
    seen.add(code);
    const unit = view.units.get(code);
    if (unit === undefined) {
      note(['keep', position], 'unknown-unit', { code });
      return;
    }
    const own =
      within === 'federation' ? '' : within === 'cluster' ? unit.cluster : within === 'block' ? unit.block : null;
    place ??= own;
    if (own !== null && own !== place) note(['keep', position], 'decision-places', { code });
  });
  return place;
}
