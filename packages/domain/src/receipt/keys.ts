import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/**
 * The server's public keys as they are published at `/.well-known/giaouoc-keys.json` (proofs, section 4): all that were ever
 * used, so that what an old key signed can be checked for ever.
 */
export const publishedKeysSchema = z.strictObject({
  keys: z.array(
    z.strictObject({
      /** The first 16 hex digits of the SHA-256 of the key's DER (SPKI). */
      id: z.string().regex(/^[0-9a-f]{16}$/),
      /** The days it was in use, in Việt Nam; `until` is null for the one in use. */
      from: day,
      until: day.nullable(),
      pem: z.string(),
    }),
  ),
});
export type PublishedKeys = z.infer<typeof publishedKeysSchema>;
