import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { provenActions } from '@giaouoc/domain/access/presence';
import { assertionInput, base64url, credential } from '../../presence/assertion.schema.ts';
import { clientId } from '../../trpc/write-once.ts';
import { line, reference } from '../../trpc/text-input.ts';

/** What a browser says of a new passkey (WebAuthn `toJSON`, attestation `none`). */
export const registrationInput = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(16_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .default([]),
  }),
});
export type RegistrationInput = z.infer<typeof registrationInput>;

/** A write that asks again, and what it is about to be done to; see packages/domain/src/access/presence.ts. */
export const purposeInput = z.object({
  action: z.enum(provenActions),
  about: z.array(reference(120, 1)).max(500),
});

export const addInput = z.object({ clientId, name: line(60), answer: registrationInput });
export const signInInput = z.object({ answer: assertionInput });

const question = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
/** No extension of ours has bytes in it, which JSON would not carry. */
export const creationOutput = question<Omit<PublicKeyCredentialCreationOptionsJSON, 'extensions'>>();
export const requestOutput = question<Omit<PublicKeyCredentialRequestOptionsJSON, 'extensions'>>();

export const passkeysOutput = z.object({
  /** The address at which passkeys work (`https://giaouoc.example.vn`); null where browsers offer none. */
  origin: z.string().nullable(),
  most: z.number().int(),
  passkeys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** Kept by an account of the phone's maker too, so it works on the person's other devices. */
      synced: z.boolean(),
      createdAt: z.string(),
      usedAt: z.string().nullable(),
    }),
  ),
});
