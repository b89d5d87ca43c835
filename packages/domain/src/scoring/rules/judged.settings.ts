import { z } from 'zod';
import { object, positive } from '../../year-file/primitives.ts';

export const judgedSettings = () => object({ kind: z.literal('judged'), step: positive.exactOptional() });

export type JudgedRule = z.infer<ReturnType<typeof judgedSettings>>;
