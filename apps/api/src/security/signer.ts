import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** Signs receipts (R4) and seals (R5) with the server's Ed25519 key. */
export type Signer = {
  /** Base64 signature of a content hash. */
  sign: (contentHash: string) => string;
  /** Whether a signature is ours and belongs to this hash. */
  verify: (contentHash: string, signature: string) => boolean;
  publicKey: string;
};

/** @param privateKeyPem PKCS#8 PEM as kept in platform.server_key. */
export function signerOf(privateKeyPem: string): Signer {
  const privateKey = createPrivateKey(privateKeyPem);
  const publicKey = createPublicKey(privateKey);
  return {
    sign: (contentHash) => sign(null, Buffer.from(contentHash), privateKey).toString('base64'),
    verify: (contentHash, signature) => isOf(publicKey, contentHash, signature),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** An Ed25519 public key of a PEM; undefined for anything else. */
export function publicKeyOf(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** How a key is called (proofs, section 4): the first 16 hex digits of the SHA-256 of its DER (SPKI). */
export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** The key among `keys` that made a signature (base64) of a hash; undefined when none did. */
export const signerAmong = (
  keys: readonly KeyObject[],
  contentHash: string,
  signature: string,
): KeyObject | undefined => keys.find((key) => isOf(key, contentHash, signature));

function isOf(key: KeyObject, contentHash: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  // Decoding takes other letters for the same bytes; a signature has one spelling.
  return bytes.toString('base64') === signature && verify(null, Buffer.from(contentHash), key, bytes);
}
