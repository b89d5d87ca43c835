import { z } from 'zod';
import { clientId } from '../../trpc/write-once.ts';
import { presenceInput } from '../session/prove-presence.ts';

export const accountOutput = z.object({ userName: z.string(), phone: z.string().nullable() });

export const passwordInput = z.object({
  clientId,
  oldPassword: z.string().min(1).max(200),
  password: z.string().max(200),
  passwordAgain: z.string().max(200),
});
export type PasswordInput = z.infer<typeof passwordInput>;

/** The code may be replaced by whoever knows it or the password, or unlocks a passkey. */
export const codeInput = z.object({
  clientId,
  proof: presenceInput,
  code: z.string().max(20),
});
export type CodeInput = z.infer<typeof codeInput>;
