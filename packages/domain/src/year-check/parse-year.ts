import { noteDecisionEdges } from './decision-edges.ts';
import { isTooDeep } from '../year-file/depth.ts';
import { noteDecisions, noteEntries, noteUnits } from '../year-file/entry-meaning.ts';
import type { Fault } from '../year-file/fault.ts';
import { faultList } from '../year-file/fault-list.ts';
import { notePlan, usesClusters } from '../year-file/plan-meaning.ts';
import { isPlainFigure } from '../year-file/plain-figure.ts';
import { jsonOf } from '../schema/json-text.ts';
import { below, isRaw, rawOf, type Note } from '../schema/raw.ts';
import { noteIssues } from '../year-file/structure-faults.ts';
import { figureSchema, yearSchema, type YearFile } from '../year-file/year.schema.ts';
import { viewYear } from '../year-file/year-view.ts';

export type ParsedYear = { ok: true; year: YearFile } | { ok: false; faults: Fault[] };

/**
 * Checks a parsed JSON document: the year as it came (not a copy), or all its faults. Faults of form hide no faults of
 * meaning elsewhere; only the decisions are compared with the results when nothing else is wrong.
 */
export function parseYear(json: unknown): ParsedYear {
  const list = faultList({ inFile: true });
  if (isTooDeep(rawOf(json)['plan'])) list.note(['plan'], 'too-deep');
  else {
    noteForm(json, list.note);
    const view = viewYear(json);
    notePlan(view.plan, view.blocks, below(list.note, 'plan'));
    noteUnits(view, usesClusters(view.plan), list.note);
    noteEntries(view, list.note);
    noteDecisions(view, list.note);
  }
  if (list.faults().length === 0) noteDecisionEdges(json as YearFile, list.note);
  const faults = list.faults();
  return faults.length === 0 ? { ok: true, year: json as YearFile } : { ok: false, faults };
}

/** Notes the faults of form. Figures, of which there may be a million, are only shown to the schema where in doubt. */
function noteForm(json: unknown, note: Note): void {
  const figures = isRaw(json) ? json['figures'] : undefined;
  const parsed = yearSchema.safeParse(Array.isArray(figures) ? { ...rawOf(json), figures: [] } : json);
  if (!parsed.success) noteIssues(parsed.error.issues, json, note);
  if (!Array.isArray(figures)) return;
  figures.forEach((figure: unknown, index) => {
    if (isPlainFigure(figure)) return;
    const one = figureSchema.safeParse(figure);
    if (!one.success) noteIssues(one.error.issues, json, note, ['figures', index]);
  });
}

/** The same from text; never throws, however broken, huge or deep the text is. */
export function parseYearText(text: string): ParsedYear {
  const json = jsonOf(text);
  if (json === undefined) {
    const list = faultList({ inFile: true });
    list.note([], 'not-json');
    return { ok: false, faults: list.faults() };
  }
  return parseYear(json);
}
