import { z } from 'zod';

/** What a person chooses to get in with; judged by packages/domain/src/access/ways-in.ts. */
export const waysInInput = z.object({
  userName: z.string().max(100),
  /** As typed; empty for none. */
  phone: z.string().max(40).optional(),
  password: z.string().max(200),
  passwordAgain: z.string().max(200),
  /** Six digits, asked for again when something weighty is signed (A4). */
  code: z.string().max(20),
});
export type WaysInInput = z.infer<typeof waysInInput>;
