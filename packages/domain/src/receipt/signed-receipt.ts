import { z } from 'zod';
import { hashOf, type Json } from '../hash/index.ts';

/** A receipt as whoever got it keeps it and anyone checks it (proofs, section 4). */
export const signedReceiptSchema = z.strictObject({
  content: z.custom<Json>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  /** `sha256:` and 64 hex digits, of the content's canonical text. */
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** Ed25519, base64, of the hash as text. */
  signature: z.string(),
});
export type SignedReceipt = z.infer<typeof signedReceiptSchema>;

/** Puts a receipt together from what is stored of it. */
export const signedReceipt = (content: Json, signature: string): SignedReceipt => ({
  content,
  hash: hashOf(content),
  signature,
});

/**
 * What does not hold of a receipt; undefined when all of it does.
 *
 * @param isSigned whether a key of the server made this signature of this hash.
 */
export function receiptFault(
  { content, hash, signature }: SignedReceipt,
  isSigned: (hash: string, signature: string) => boolean,
): 'hash differs' | 'not signed' | undefined {
  if (hashOf(content) !== hash) return 'hash differs';
  return isSigned(hash, signature) ? undefined : 'not signed';
}
