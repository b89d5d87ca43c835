import { isRaw, listOf, member, noteRepeated, type Note, type Raw } from '../schema/raw.ts';

/** The fewest and the most entries of a list. */
type Bounds = readonly [fewest: number, most: number];

const UNITS: Bounds = [2, 500];
const ITEMS: Bounds = [1, 100_000];

/**
 * Notes what the schema does not see of a draw's context, in the context as it came; paths from the context. A number is
 * compared with the list it counts only where that list has a length that is allowed: one mistake, one fault.
 */
export function noteContext(context: unknown, note: Note): void {
  if (!isRaw(context)) return;
  const kind = member(context, 'kind');
  if (kind === 'sample') noteSample(context, note);
  if (kind === 'tie' || kind === 'cross') noteList(context, 'units', UNITS, note);
  if (kind === 'cross') noteCross(context, note);
}

function noteSample(context: Raw, note: Note): void {
  const inBounds = noteList(context, 'items', ITEMS, note);
  const size = member(context, 'size');
  const most = listOf(member(context, 'items')).length;
  if (inBounds && isWhole(size) && (size < 1 || size > most)) note(['size'], 'draw-range', { least: 1, most });
}

function noteCross(context: Raw, note: Note): void {
  const units = listOf(member(context, 'units'));
  noteScorers(context, units.length, note);
  if (!Array.isArray(member(context, 'units'))) return;
  const known = new Set(units);
  listOf(member(context, 'avoid')).forEach((pair, index) => {
    if (!Array.isArray(pair) || pair.length !== 2 || !pair.every((one) => typeof one === 'string' && one !== ''))
      return;
    const [scorer, unit] = pair as [string, string];
    const stranger = [scorer, unit].find((one) => !known.has(one));
    if (stranger !== undefined) note(['avoid', index], 'unknown-unit', { code: stranger });
    else if (scorer === unit) note(['avoid', index], 'draw-own', { unit });
  });
}

function noteScorers(context: Raw, units: number, note: Note): void {
  const scorers = member(context, 'scorers');
  if (!isWhole(scorers)) return;
  const [fewest, most] = UNITS;
  if (scorers < 1 || (units >= fewest && units <= most && scorers >= units))
    note(['scorers'], 'draw-range', { least: 1, most: Math.max(1, units - 1) });
  else if (member(context, 'shape') === 'pairs' && scorers > 1) note(['scorers'], 'draw-pairs');
}

/** Notes a length out of bounds and repeated entries; answers whether the length is within bounds. */
function noteList(context: Raw, key: 'units' | 'items', [fewest, most]: Bounds, note: Note): boolean {
  const list = member(context, key);
  if (!Array.isArray(list)) return false;
  noteRepeated(list, (path, _code, params) => note([key, ...path], 'draw-twice', params));
  if (list.length < fewest) note([key], 'draw-few', { least: fewest });
  if (list.length > most) note([key], 'draw-many', { most });
  return list.length >= fewest && list.length <= most;
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);
