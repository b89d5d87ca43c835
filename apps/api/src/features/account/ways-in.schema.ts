import { z } from 'zod';
import { secret, typed } from '../../trpc/text-input.ts';

/** What a person chooses to get in with; judged by packages/domain/src/access/ways-in.ts. */
export const waysInInput = z.object({
  userName: typed(100),
  /** As typed; empty for none. */
  phone: typed(40).optional(),
  password: secret(),
  passwordAgain: secret(),
  /** Six digits, asked for again when something weighty is signed (A4). */
  code: typed(20),
});
export type WaysInInput = z.infer<typeof waysInInput>;
