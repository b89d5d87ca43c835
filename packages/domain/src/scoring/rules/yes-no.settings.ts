import { z } from 'zod';
import { object } from '../../year-file/primitives.ts';

export const yesNoSettings = () => object({ kind: z.literal('yesNo') });

export type YesNoRule = z.infer<ReturnType<typeof yesNoSettings>>;
