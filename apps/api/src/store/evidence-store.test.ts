import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketOf } from '../../testing/bucket-of.ts';
import { s3Server } from '../../testing/s3-server.ts';
import { isUnavailable } from '../trpc/unavailable.ts';
import { StoreAway, type EvidenceStore } from './evidence-store.ts';
import { openStore } from './open-store.ts';

/** A store, and a way behind its back. */
type Kept = {
  store: EvidenceStore;
  /** Keys of everything that is there, whole or half. */
  keys: () => string[];
  plant: (key: string, bytes: Buffer) => void;
  close: () => Promise<void>;
};

async function inFolder(): Promise<Kept> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-store-'));
  return {
    store: await openStore({ folder: path.join(root, 'minh-chung') }),
    keys: () =>
      readdirSync(path.join(root, 'minh-chung'), { recursive: true, encoding: 'utf8' }).filter((key) =>
        key.includes(path.sep),
      ),
    plant: (key, bytes) => {
      mkdirSync(path.join(root, 'minh-chung', path.dirname(key)), { recursive: true });
      writeFileSync(path.join(root, 'minh-chung', key), bytes);
    },
    close: async () => rmSync(root, { recursive: true, force: true }),
  };
}

async function inBucket(): Promise<Kept> {
  const server = await s3Server();
  return {
    store: await openStore({ bucket: bucketOf(server, { prefix: 'kho/2026' }) }),
    keys: () =>
      [...server.objects.keys()]
        .filter((key) => key !== 'kho/2026/giaouoc-evidence-store')
        .map((key) => key.replace('kho/2026/', '')),
    plant: (key, bytes) => void server.objects.set(`kho/2026/${key}`, bytes),
    close: server.close,
  };
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe.each([
  ['a folder', inFolder],
  ['an S3 bucket', inBucket],
])('R7 evidence in %s', (_name, open) => {
  let kept: Kept;
  const federation = randomUUID();
  beforeAll(async () => {
    kept = await open();
  });
  afterAll(() => kept.close());
  const read = async (sha256: string, of = federation) => {
    const found = await kept.store.get(of, sha256);
    return found && { ...found, content: await buffer(found.stream) };
  };

  it('lies under the hash of its bytes and is read back as it was', async () => {
    const bytes = randomBytes(300_000);
    const { sha256 } = await kept.store.put(federation, bytes);
    expect(sha256).toBe(sha256Of(bytes));
    expect(kept.keys()).toContain(`${federation}/${sha256}`);
    const found = await read(sha256);
    expect(found?.bytes).toBe(300_000);
    expect(found?.content.equals(bytes)).toBe(true);
  });

  it('of one federation is not there for another, and what was never stored is not there', async () => {
    const { sha256 } = await kept.store.put(federation, Buffer.from('một'));
    expect(await read(sha256, randomUUID())).toBeNull();
    expect(await read('0'.repeat(64))).toBeNull();
  });

  it('is never written over', async () => {
    const bytes = Buffer.from('biên bản');
    const key = `${federation}/${sha256Of(bytes)}`;
    kept.plant(key, Buffer.from('already there'));
    expect(await kept.store.put(federation, bytes)).toEqual({ sha256: sha256Of(bytes) });
    expect((await read(sha256Of(bytes)))?.content.toString()).toBe('already there');
  });

  it('stored by ten at once is there once, and nothing half', async () => {
    const bytes = randomBytes(50_000);
    const before = kept.keys().length;
    const put = await Promise.all(Array.from({ length: 10 }, () => kept.store.put(federation, bytes)));
    expect(new Set(put.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of(bytes)]));
    expect(kept.keys()).toHaveLength(before + 1);
    expect((await read(sha256Of(bytes)))?.content.equals(bytes)).toBe(true);
  });

  it('comes as a stream that may be left half way', async () => {
    const bytes = randomBytes(8_000_000);
    const { sha256 } = await kept.store.put(federation, bytes);
    const left = await kept.store.get(federation, sha256);
    let first = 0;
    for await (const chunk of left!.stream) {
      first = (chunk as Buffer).length;
      break;
    }
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(8_000_000);
    expect(left!.stream.destroyed).toBe(true);
    expect((await read(sha256))?.content.equals(bytes)).toBe(true);
  });

  it('is asked for by a key and nothing else', async () => {
    for (const [of, sha256] of [
      ['../..', 'a'.repeat(64)],
      [federation, '../secret'],
      [federation, ''],
    ] as const)
      await expect(kept.store.get(of, sha256)).rejects.toThrow('not an evidence key');
    await expect(kept.store.put('..', Buffer.from('x'))).rejects.toThrow('not an evidence key');
  });

  it('is found again by a store opened later', async () => {
    const { sha256 } = await kept.store.put(federation, Buffer.from('mai sau'));
    await kept.store.probe();
    expect((await read(sha256))?.content.toString()).toBe('mai sau');
  });
});

it('R7 a folder that cannot be read or written is away; what it holds is not missing', async () => {
  const kept = await inFolder();
  try {
    const [federation, bytes] = [randomUUID(), Buffer.from('biên bản')];
    kept.plant(federation, Buffer.from('a file where the folder should be'));
    for (const work of [kept.store.get(federation, sha256Of(bytes)), kept.store.put(federation, bytes)]) {
      const error: unknown = await work.catch((fault: unknown) => fault);
      expect(error).toBeInstanceOf(StoreAway);
      expect(isUnavailable(error)).toBe(true);
    }
  } finally {
    await kept.close();
  }
});
