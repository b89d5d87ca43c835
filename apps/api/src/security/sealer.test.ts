import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { sealerOf } from './sealer.ts';

const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = newKey();
const secret = Buffer.from('hai mươi byte bí mật');

it('opens what it sealed, also after a restart, and never seals twice alike', () => {
  const sealed = sealerOf(key).seal(secret, 'chị Ba');
  expect(sealerOf(key).open(sealed, 'chị Ba')).toEqual(secret);
  expect(sealed.includes(secret)).toBe(false);
  expect(sealerOf(key).seal(secret, 'chị Ba')).not.toEqual(sealed);
});

it('opens nothing for somebody else, nothing changed, nothing of another server', () => {
  const sealed = sealerOf(key).seal(secret, 'chị Ba');
  expect(() => sealerOf(key).open(sealed, 'anh Tư')).toThrow();
  expect(() => sealerOf(newKey()).open(sealed, 'chị Ba')).toThrow();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => sealerOf(key).open(changed, 'chị Ba'), `byte ${at}`).toThrow();
  }
  expect(() => sealerOf(key).open(sealed.subarray(0, 20), 'chị Ba')).toThrow();
});
