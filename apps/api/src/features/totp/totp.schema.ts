import { z } from 'zod';
import { typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { presenceInput } from '../../presence/prove-presence.ts';

export const startInput = z.object({ presence: presenceInput });
export const confirmInput = z.object({ clientId, code: typed(40) });
export const changeInput = z.object({ clientId, presence: presenceInput });
export type ChangeInput = z.infer<typeof changeInput>;

export const totpOutput = z.object({
  on: z.boolean(),
  since: z.string().nullable(),
  recoveryLeft: z.number().int(),
});

/** What an authenticator app takes in; shown once. */
export const secretOutput = z.object({
  /** `otpauth://totp/…` */
  address: z.string(),
  /** The same secret for typing, base32 in groups of four. */
  letters: z.string(),
  /** The address as a QR code: an SVG drawing without margin. */
  qr: z.string(),
});
export type TotpSecret = z.infer<typeof secretOutput>;
