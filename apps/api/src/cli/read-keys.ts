import type { KeyObject } from 'node:crypto';
import { publishedKeysSchema, type PublishedKeys } from '@giaouoc/domain/receipt/index';
import { keyIdOf, publicKeyOf } from '../security/signer.ts';
import { Refused } from './command.ts';
import { nameOf, readText } from './read-text.ts';

/** A public key that signatures are checked with, and the days it was in use where they are known. */
export type CheckingKey = { key: KeyObject; id: string; days?: Pick<PublishedKeys['keys'][number], 'from' | 'until'> };

/** The keys of a file: one as PEM, or all of a server as it publishes them. @throws Refused */
export function readKeys(path: string): CheckingKey[] {
  const text = readText(path);
  const keys = text.trimStart().startsWith('{') ? published(text) : [checkingKey(text)];
  const usable = keys.filter((one) => one !== undefined);
  if (usable.length === 0 || usable.length < keys.length)
    throw new Refused(
      'bad-key',
      `${nameOf(path)}: không phải khóa công khai Ed25519 (PEM), cũng không phải tệp giaouoc-keys.json của máy chủ.`,
    );
  return usable;
}

/** A key as it is kept or published. */
export function checkingKey(pem: string, days?: CheckingKey['days']): CheckingKey | undefined {
  const key = publicKeyOf(pem);
  return key && { key, id: keyIdOf(key), ...(days && { days }) };
}

function published(text: string): (CheckingKey | undefined)[] {
  const parsed = publishedKeysSchema.safeParse(jsonOf(text));
  if (!parsed.success) return [];
  return parsed.data.keys.map(({ id, from, until, pem }) => {
    const key = checkingKey(pem, { from, until });
    return key?.id === id ? key : undefined;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
