import { z } from 'zod';
import { code, day, minute, text } from './fields.ts';

/** A period of the year in which units report. */
export const periodSchema = z.strictObject({ code, title: text(120), from: day, to: day, due: minute });

export type Period = z.infer<typeof periodSchema>;
