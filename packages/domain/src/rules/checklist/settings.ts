import { z } from 'zod';
import { code, notNegative, object, some, words } from '../../schema/primitives.ts';
import { coded } from '../draft-fields.ts';

export const settings = () =>
  object({ kind: z.literal('checklist'), items: some(object({ code, title: words, points: notNegative })) });

/** The shape of unfinished settings. */
export const draft = () => z.looseObject({ kind: z.literal('checklist'), items: z.array(coded) });

export type ChecklistRule = z.infer<ReturnType<typeof settings>>;
