import { createHash, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isUnavailable } from '../trpc/unavailable.ts';
import { bucketOf } from '../../testing/bucket-of.ts';
import { s3Server, testKeys, type S3Server } from '../../testing/s3-server.ts';
import { StoreAway } from './evidence-store.ts';
import { openStore, StorageUnusable } from './open-store.ts';
import { s3Store } from './s3-store.ts';

let server: S3Server;
beforeEach(async () => {
  server = await s3Server();
});
afterEach(() => server.close());

const federation = randomUUID();
const secrets = new RegExp(`${testKeys.AWS_SECRET_ACCESS_KEY}|${testKeys.AWS_ACCESS_KEY_ID}|other-secret`);
const open = (how: Parameters<typeof bucketOf>[1] = {}) => openStore({ bucket: bucketOf(server, how) });
/** What the person at the console reads. */
const saidOf = async (opening: Promise<unknown>): Promise<string> => {
  const error: unknown = await opening.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  expect(error).toBeInstanceOf(StorageUnusable);
  const { message } = error as Error;
  expect(message).not.toMatch(secrets);
  return message;
};

it.each([
  ['a key it does not know', { AWS_ACCESS_KEY_ID: 'other-secret' }, /AWS_ACCESS_KEY_ID.*không nhận khóa/],
  ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'other-secret' }, /không nhận khóa[\s\S]*SignatureDoesNotMatch/],
  ['a token nobody gave', { AWS_SESSION_TOKEN: 'other-secret' }, /AWS_SESSION_TOKEN còn hạn không/],
  ['no such bucket', { bucket: 'khong-co' }, /không có bucket này: s3:\/\/khong-co\//],
  ['another region', { region: 'ap-southeast-1' }, /Hãy sửa region/],
])('at the start: %s is told in words, without the key', async (_what, how, words) => {
  expect(await saidOf(open(how))).toMatch(words);
});

it('at the start: a server that is not there, refuses, or writes over what is there, is told in words', async () => {
  server.faults.push({ status: 403, code: 'AccessDenied' });
  expect(await saidOf(open())).toMatch(/chưa đủ quyền.*s3:PutObject/);
  server.knowsConditions = false;
  expect(await saidOf(open())).toMatch(/If-None-Match/);
  await server.close();
  expect(await saidOf(open())).toMatch(/không dùng được kho minh chứng[\s\S]*ECONNREFUSED/);
});

it('leaves one small object in the bucket, however often it is started', async () => {
  for (let i = 0; i < 3; i++) await open({ prefix: 'kho' });
  expect([...server.objects.keys()]).toEqual(['kho/giaouoc-evidence-store']);
});

it('carries the token of temporary keys', async () => {
  server.sessionToken = 'token/of+today=';
  const store = await open({ AWS_SESSION_TOKEN: 'token/of+today=' });
  const { sha256 } = await store.put(federation, Buffer.from('x'));
  expect(await store.get(federation, sha256)).not.toBeNull();
});

it('asks again when the store is busy or another writer is at the same key', async () => {
  const store = s3Store(bucketOf(server), { pause: 1 });
  server.faults.push({ status: 503, code: 'SlowDown' }, { status: 409, code: 'ConditionalRequestConflict' });
  const { sha256 } = await store.put(federation, Buffer.from('chờ'));
  expect(server.asked).toHaveLength(3);
  server.faults.push({ status: 500, code: 'InternalError' });
  const found = await store.get(federation, sha256);
  expect((await buffer(found!.stream)).toString()).toBe('chờ');
});

it('a store that stays away is no fault of the program: the same request may succeed later', async () => {
  const store = s3Store(bucketOf(server), { pause: 1 });
  const faultOf = (work: Promise<unknown>) => work.catch((error: unknown) => error);
  server.faults.push(...Array.from({ length: 3 }, () => ({ status: 503, code: 'SlowDown' })));
  const busy = await faultOf(store.put(federation, Buffer.from('x')));
  expect(busy).toMatchObject({ reason: 'SlowDown' });
  expect(isUnavailable(busy)).toBe(true);
  // What is forbidden is not what is missing, nor what a proxy in between does not find.
  server.faults.push({ status: 403, code: 'AccessDenied' }, { status: 404, code: 'NoRoute' });
  expect(await faultOf(store.get(federation, 'a'.repeat(64)))).toMatchObject({ reason: 'AccessDenied' });
  expect(await faultOf(store.get(federation, 'a'.repeat(64)))).toMatchObject({ reason: 'NoRoute' });
  expect(await store.get(federation, 'a'.repeat(64))).toBeNull();
  await server.close();
  const away = await faultOf(store.get(federation, 'a'.repeat(64)));
  expect(away).toBeInstanceOf(StoreAway);
  expect(isUnavailable(away)).toBe(true);
});

it('bytes that change on the way are not stored', async () => {
  // A line that turns one byte around, before a server that knows the hash of what was signed.
  const { hostname, port } = new URL(server.endpoint);
  const line = http.createServer((req, res) => {
    void buffer(req).then((body) => {
      if (body.length > 0) body[0] = (body[0] ?? 0) ^ 1;
      const onward = http.request(
        { hostname, port, method: req.method, path: req.url, headers: req.headers },
        (answer) => {
          res.writeHead(answer.statusCode ?? 500);
          answer.pipe(res);
        },
      );
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  const store = s3Store(bucketOf({ endpoint }), { pause: 1 });
  const bytes = Buffer.from('biên bản');
  await expect(store.put(federation, bytes)).rejects.toMatchObject({ reason: 'XAmzContentSHA256Mismatch' });
  expect(server.objects.has(`${federation}/${createHash('sha256').update(bytes).digest('hex')}`)).toBe(false);
  line.closeAllConnections();
  line.close();
});
