import { isDecimal } from '../numbers/decimal.ts';
import { jsonOf } from '../schema/json-text.ts';
import { isRaw, member, rawOf } from '../schema/raw.ts';
import type { Fault } from '../year-file/fault.ts';
import { faultList } from '../year-file/fault-list.ts';
import { missingAtKey, noteIssues } from '../year-file/structure-faults.ts';
import { crossCaseSchema, type CrossCase } from './cross-case.schema.ts';
import { isThirdNeeded } from './cross-score.ts';

type ParsedCase = { ok: true; value: CrossCase } | { ok: false; faults: Fault[] };

/** Checks a parsed JSON document: the case as it came, or all its faults by JSON pointer. */
export function parseCrossCase(json: unknown): ParsedCase {
  const list = faultList({ inFile: true });
  const parsed = crossCaseSchema.safeParse(json);
  if (!parsed.success) noteIssues(parsed.error.issues, json, missingAtKey(list.note));
  if (isThirdIdle(json)) list.note(['third'], 'cross-third');
  const faults = list.faults();
  return faults.length === 0 ? { ok: true, value: json as CrossCase } : { ok: false, faults };
}

/** The same from text; never throws. */
export function parseCrossCaseText(text: string): ParsedCase {
  const json = jsonOf(text);
  if (json !== undefined) return parseCrossCase(json);
  const list = faultList({ inFile: true });
  list.note([], 'not-json');
  return { ok: false, faults: list.faults() };
}

/** Whether a third scorer's points are there that nobody called for; false where that cannot be told. */
function isThirdIdle(json: unknown): boolean {
  const given = rawOf(json);
  const rule = member(given, 'rule');
  if (!isDecimal(member(given, 'third')) || !isRaw(rule)) return false;
  if (!Object.hasOwn(rule, 'spread')) return true;
  const [spread, points] = [member(rule, 'spread'), member(given, 'points')];
  if (!isDecimal(spread) || !Array.isArray(points) || points.length === 0 || !points.every(isDecimal)) return false;
  return !isThirdNeeded(spread, points);
}
