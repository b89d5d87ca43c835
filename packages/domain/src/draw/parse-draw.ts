import { jsonOf } from '../schema/json-text.ts';
import { below, rawOf, type Note } from '../schema/raw.ts';
import type { Fault } from '../year-file/fault.ts';
import { faultList } from '../year-file/fault-list.ts';
import { noteIssues, missingAtKey } from '../year-file/structure-faults.ts';
import { noteContext } from './context-meaning.ts';
import { contextSchema, drawSchema, type DrawContext, type DrawFile } from './draw.schema.ts';

type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

/**
 * Checks a parsed JSON document: the draw as it came (not a copy: its bytes are hashed), or all its faults of form by JSON
 * pointer, a missing key at the place where it should be. Whether the draw holds: `verifyDraw`.
 */
export function parseDraw(json: unknown): Parsed<DrawFile> {
  const list = faultList({ inFile: true });
  noteForm(drawSchema, json, list.note);
  noteContext(rawOf(json)['context'], below(list.note, 'context'));
  return answer<DrawFile>(json, list.faults());
}

/** The same from text; never throws. */
export function parseDrawText(text: string): Parsed<DrawFile> {
  const json = jsonOf(text);
  if (json !== undefined) return parseDraw(json);
  const list = faultList({ inFile: true });
  list.note([], 'not-json');
  return { ok: false, faults: list.faults() };
}

/** Checks what is to be drawn before a seed is made for it; pointers from the context. */
export function parseDrawContext(json: unknown): Parsed<DrawContext> {
  const list = faultList();
  noteForm(contextSchema, json, list.note);
  noteContext(json, list.note);
  return answer<DrawContext>(json, list.faults());
}

function noteForm(schema: typeof drawSchema | typeof contextSchema, json: unknown, note: Note): void {
  const parsed = schema.safeParse(json);
  if (!parsed.success) noteIssues(parsed.error.issues, json, missingAtKey(note));
}

const answer = <T>(json: unknown, faults: Fault[]): Parsed<T> =>
  faults.length === 0 ? { ok: true, value: json as T } : { ok: false, faults };
