import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from '../router.ts';
import { codeOf, day, line, optionalLine, paragraph, secret, typed, uncleaned } from './text-input.ts';

/** What comes along when one copies from Zalo, Word, a web page or a right-to-left text. */
const unseen = ['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2066', '\u2069', '\ufeff', '\u00ad', '\u00a0'];
const hostile = ['th', '12', '2026-09-01', 'a@b', '0912345678', '000000'].flatMap((text) => [
  ...unseen.flatMap((sign) => [sign + text, text + sign, text.slice(0, 1) + sign + text.slice(1)]),
  text.slice(0, 1) + '\u2011' + text.slice(1),
  `${text}e\u0301`,
]);
const dirty = (text: unknown) =>
  typeof text === 'string' &&
  (/[\u00ad\u200b-\u200f\u2011\u2066-\u2069\ufeff\u00a0]/.test(text) ||
    text !== text.normalize('NFC') ||
    /^\s|\s$/.test(text));

type Leaf = { path: string; schema: z.ZodType };
type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  innerType?: z.ZodType;
  items?: z.ZodType[];
  in?: z.ZodType;
  getter?: () => z.ZodType;
};
const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;

/** Whether what enters here is a text, whatever becomes of it. */
function takesText(schema: z.ZodType): boolean {
  const def = defOf(schema);
  if (def.type === 'pipe') return takesText(def.in!);
  return def.innerType ? takesText(def.innerType) : def.type === 'string';
}

/** Every place of an input at which a text can enter, and every one at which anything can. */
function leaves(schema: z.ZodType, path: string): Leaf[] {
  const def = defOf(schema);
  if (def.innerType) return leaves(def.innerType, path);
  if (uncleaned.get(schema) !== undefined || takesText(schema)) return [{ path, schema }];
  if (def.shape) return Object.entries(def.shape).flatMap(([name, inner]) => leaves(inner, `${path}.${name}`));
  if (def.options) return def.options.flatMap((inner) => leaves(inner, path));
  if (def.element) return leaves(def.element, `${path}[]`);
  if (def.valueType)
    return [...(def.keyType ? leaves(def.keyType, `${path}{key}`) : []), ...leaves(def.valueType, `${path}{}`)];
  if (def.in) return leaves(def.in, path);
  if (def.getter) return leaves(def.getter(), path);
  if (def.items) return def.items.flatMap((inner) => leaves(inner, `${path}[]`));
  return ['unknown', 'any', 'custom'].includes(def.type) ? [{ path, schema }] : [];
}

/** What of the hostile texts a place keeps as it is. */
const keeps = (schema: z.ZodType) =>
  hostile.filter((text) => {
    const read = schema.safeParse(text);
    return read.success && dirty(read.data);
  });

type Procedure = { _def: { inputs: z.ZodType[] } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
const all = procedures.flatMap(([name, { _def }]) => _def.inputs.flatMap((input) => leaves(input, name)));

/** Where anything can enter: each is looked into by a rule of its own, named here. */
const opaqueInputs: Record<string, string> = {
  'evidence.upload': 'a form: ids, and codes that are compared; the name of the file is cleaned when it is kept',
  'plan.saveDraft.document': 'cleaned as a whole (clean-document.ts)',
};

describe('everything typed is cleaned in one way', () => {
  it('has looked at every input', () => {
    expect(procedures.length).toBeGreaterThan(60);
    expect(all.length).toBeGreaterThan(150);
  });

  it.each(all.map((leaf) => [leaf.path, leaf] as const))('%s', (path, { schema }) => {
    if (uncleaned.get(schema) !== undefined || path.endsWith('clientExtensionResults')) return;
    const opaque = Object.keys(opaqueInputs).some((name) => path === name);
    if (!opaque) expect(keeps(schema).slice(0, 1)).toEqual([]);
  });

  it('leaves as they are only secrets, names of stored things, and a file', () => {
    const doors = new Map<string, string[]>();
    for (const { path, schema } of all) {
      const door = uncleaned.get(schema)?.door;
      if (door) doors.set(door, [...(doors.get(door) ?? []), path]);
    }
    expect([...doors.keys()].sort()).toEqual(['document', 'reference', 'secret']);
    expect(doors.get('document')).toEqual(['plan.upload.text']);
    for (const path of doors.get('secret') ?? [])
      expect(path).toMatch(/assword(Again)?$|resence\.secret$|roof\.secret$/);
    for (const path of doors.get('reference') ?? [])
      expect(path).toMatch(
        /\.(line|lines|period|code|blockCode|clusterCode|block|open|action|again|leaveOut|despite|about|halfToken|sheet|sheets)(\[\])?$|\{key\}$/,
      );
  });

  it.each([
    [line(20), ' Trươ\u200b\u0300ng\u00a0\u2011 Hai ', 'Trường - Hai'],
    [optionalLine(20), '\u2066\u2069\ufeff', null],
    [typed(20), '\u202a0912\u00a0345\u00a0678\u202c', '0912 345 678'],
    [paragraph(40), 'một\u00a0\r\n\u200bhai', 'một\nhai'],
    [codeOf(/^[A-Z0-9-]+$/, 9), '\u200eTH\u2011\ufeff01', 'TH-01'],
    [day, '\u200e2026\u201109\u201101', '2026-09-01'],
    [secret(), ' mật\u00a0khẩu\u200b ', ' mật\u00a0khẩu\u200b '],
  ] as [z.ZodType, string, unknown][])('%#: %j', (schema, given, kept) => {
    expect(schema.parse(given)).toBe(kept);
  });
});
