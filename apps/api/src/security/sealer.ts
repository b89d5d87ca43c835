import { createCipheriv, createDecipheriv, createPrivateKey, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts what must be read again, unlike passwords: the secrets of authenticator apps (A4). */
export type Sealer = {
  /** @param owner whose it is; sealed for one it does not open for another. */
  seal: (secret: Uint8Array, owner: string) => Buffer;
  /** Throws for what was changed, was sealed for somebody else, or with another server's key. */
  open: (sealed: Uint8Array, owner: string) => Buffer;
};

const version = 1;
const nonceLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM with a key that HKDF derives from the server's private key: no further secret to keep, and a table read by
 * itself shows nothing. See docs/decisions/proof-of-presence.md for what this does not protect from.
 *
 * @param privateKeyPem PKCS#8 PEM as kept in platform.server_key.
 */
export function sealerOf(privateKeyPem: string): Sealer {
  const secret = createPrivateKey(privateKeyPem).export({ type: 'pkcs8', format: 'der' });
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'giaouoc sealed secrets 1', 32));
  return {
    seal: (plain, owner) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), text]);
    },
    open: (sealed, owner) => {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== version) throw new Error('sealed by another version');
      const nonce = bytes.subarray(1, 1 + nonceLength);
      const tag = bytes.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(1 + nonceLength + tagLength)), decipher.final()]);
    },
  };
}
