import { z } from 'zod';
import { secret, typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { presenceInput } from '../../presence/prove-presence.ts';

export const accountOutput = z.object({ userName: z.string(), phone: z.string().nullable() });

export const passwordInput = z.object({
  clientId,
  oldPassword: secret(200, 1),
  password: secret(),
  passwordAgain: secret(),
});
export type PasswordInput = z.infer<typeof passwordInput>;

/** The code may be replaced by whoever knows it or the password, or unlocks a passkey. */
export const codeInput = z.object({
  clientId,
  proof: presenceInput,
  code: typed(20),
});
export type CodeInput = z.infer<typeof codeInput>;
