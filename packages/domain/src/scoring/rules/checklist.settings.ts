import { z } from 'zod';
import { code, notNegative, object, some, words } from '../../year-file/primitives.ts';

export const checklistSettings = () =>
  object({ kind: z.literal('checklist'), items: some(object({ code, title: words, points: notNegative })) });

export type ChecklistRule = z.infer<ReturnType<typeof checklistSettings>>;
