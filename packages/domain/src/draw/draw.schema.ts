import { z } from 'zod';
import { code, list, object, oneOf, words } from '../schema/primitives.ts';

/** Texts are hashed as UTF-8, which half of a surrogate pair cannot be written in. */
const text = words.refine((value) => value.isWellFormed(), 'not-unicode');
const whole = z.number({ error: 'count' }).int('count');

const about = { federation: text, year: text, title: text };

const cross = object({
  kind: z.literal('cross'),
  ...about,
  units: list(code),
  scorers: whole,
  shape: oneOf(['ring', 'pairs']).exactOptional(),
  avoid: list(z.array(code, { error: 'pair' }).length(2, 'pair')).exactOptional(),
});
const tie = object({ kind: z.literal('tie'), ...about, units: list(code) });
const sample = object({ kind: z.literal('sample'), ...about, items: list(text), size: whole });

/** What is drawn: fixed, like the seed, from the moment the commitment is shown. Numbers and lengths: `context-meaning.ts`. */
export const contextSchema = z.discriminatedUnion('kind', [cross, tie, sample], { error: 'draw-kind' });

/** Characters a contribution's text may have, counted as code points. */
const LONGEST = 200;

/** A draw as a file, format 1. What `commitment` and `result` hold is no matter of form: they follow, or they do not. */
export const drawSchema = object({
  format: z.literal('giaouoc-draw/1', { error: 'draw-format' }),
  context: contextSchema,
  commitment: words,
  contributions: list(object({ by: code, text: text.refine((value) => [...value].length <= LONGEST, 'draw-text') })),
  seed: words.regex(/^[0-9a-f]{64}$/, 'draw-seed'),
  result: z.record(z.string(), z.unknown(), { error: 'object' }),
});

export type CrossContext = Readonly<z.infer<typeof cross>>;
export type TieContext = Readonly<z.infer<typeof tie>>;
export type SampleContext = Readonly<z.infer<typeof sample>>;
export type DrawContext = CrossContext | TieContext | SampleContext;
/** What somebody present adds after the commitment was shown. */
export type Contribution = Readonly<z.infer<typeof drawSchema>['contributions'][number]>;
/** A draw read from a file, of the right form; whether it holds, `verifyDraw` says. */
export type DrawFile = Readonly<z.infer<typeof drawSchema>>;
