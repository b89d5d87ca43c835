import { z } from 'zod';

/** At most `most` letters of base64url. */
export const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);
/** What browsers add and nothing of ours reads. */
const unread = z.unknown().transform(() => ({}));

/** What every answer of a passkey has beside its response (WebAuthn `toJSON`). */
export const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  clientExtensionResults: unread,
};

/** What a browser says of the use of a passkey. */
export const assertionInput = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(8000),
    userHandle: base64url(100).nullish(),
  }),
});
export type AssertionInput = z.infer<typeof assertionInput>;
