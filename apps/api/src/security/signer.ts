import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Signs receipts (R4) with the server's Ed25519 key. */
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
    verify: (contentHash, signature) =>
      verify(null, Buffer.from(contentHash), publicKey, Buffer.from(signature, 'base64')),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
