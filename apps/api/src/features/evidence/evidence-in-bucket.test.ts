import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from '../../server.ts';
import { bucketOf } from '../../../testing/bucket-of.ts';
import { people, type People } from '../../../testing/people.ts';
import { photo } from '../../../testing/photo.ts';
import { s3Server, type S3Server } from '../../../testing/s3-server.ts';
import { sessionCookie } from '../session/sign-in.ts';

let bucket: S3Server;
let all: People;
let server: FastifyInstance;
beforeAll(async () => {
  bucket = await s3Server();
  all = await people({ storage: { bucket: bucketOf(bucket) } });
  server = await buildServer({ services: all.services, logLevel: 'silent' });
});
afterAll(async () => {
  await server.close();
  await all.close();
  await bucket.close();
});
const download = (id: string, token: string, known?: string) =>
  server.inject({
    method: 'GET',
    url: `/files/evidence/${id}`,
    cookies: { [sessionCookie]: token },
    headers: known === undefined ? {} : { 'if-none-match': known },
  });

it('M2: a photo goes into the bucket and comes back to whoever may see it; a bucket that is away is no fault', async () => {
  const { id } = await all.chair.call.evidence.upload(photo('hoi-nghi'));
  const rows = await all.owner<{ sha256: string }[]>`select sha256 from evidence`;
  const stored = bucket.objects.get(`${all.federation.id}/${rows[0]?.sha256}`);
  const seen = await download(id, all.chair.token);
  expect(seen.statusCode).toBe(200);
  expect(seen.headers['content-type']).toBe('image/webp');
  expect(seen.rawPayload.equals(stored!)).toBe(true);
  expect((await download(id, all.otherChair.token)).statusCode).toBe(404);

  // A browser may keep it, yet asks each time: short for whoever may see it, nothing for the next person at the phone.
  expect(seen.headers['cache-control']).toBe('private, no-cache');
  const etag = String(seen.headers['etag']);
  const again = await download(id, all.chair.token, etag);
  expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  expect((await download(id, all.chair.token, '"other"')).statusCode).toBe(200);
  for (const token of [all.otherChair.token, '']) {
    const refused = await download(id, token, etag);
    expect(refused.statusCode).toBeGreaterThanOrEqual(401);
    expect(refused.headers['cache-control']).toBe('private, no-store');
    expect(refused.headers['etag']).toBeUndefined();
  }

  await bucket.close();
  const away = await download(id, all.chair.token);
  expect(away.statusCode).toBe(503);
  expect(away.json()).toEqual({ refusal: 'server-busy' });
  await expect(all.chair.call.evidence.upload(photo('khac'))).rejects.toMatchObject({ refusal: 'server-busy' });
  // Nothing names bytes that are not there.
  expect(await all.owner`select 1 from evidence`).toHaveLength(1);
});
