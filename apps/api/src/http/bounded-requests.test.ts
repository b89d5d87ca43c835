import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../features/session/sign-in.ts';
import { buildServer } from '../server.ts';
import { people, type People } from '../../testing/people.ts';

let all: People;
let server: FastifyInstance;
beforeAll(async () => {
  all = await people();
  server = await buildServer({ services: all.services, logLevel: 'silent' });
});
afterAll(async () => {
  await server.close();
  await all.close();
});

const half = 1_900_000;
const deep = '['.repeat(half) + ']'.repeat(half);
const post = (procedure: string, payload: string, token?: string) =>
  server.inject({
    method: 'POST',
    url: `/trpc/${procedure}`,
    headers: { 'content-type': 'application/json' },
    ...(token !== undefined && { cookies: { [sessionCookie]: token } }),
    payload,
  });

describe('A5: a body is bounded before it is read', () => {
  it.each([
    ['lists in lists, from nobody', 'session.signIn', deep],
    ['objects in objects', 'report.save', '{"a":'.repeat(half / 3) + '1' + '}'.repeat(half / 3)],
    ['a list without end', 'plan.saveDraft', `{"document":[${'0,'.repeat(half)}0]}`],
    ['keys without end', 'session.signIn', `{${Array.from({ length: 200_000 }, (_, i) => `"${i}":0`).join()}}`],
  ])('%s', async (_, procedure, payload) => {
    const before = performance.now();
    const answer = await post(procedure, payload);
    // Reading the first of these takes two seconds, in which nobody else is answered.
    expect(performance.now() - before).toBeLessThan(1000);
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ error: { message: 'too-complex', data: { refusal: 'too-complex' } } });
  });

  it('so is the text of a file that a body carries', async () => {
    const text = '['.repeat(1_900_000) + ']'.repeat(1_900_000);
    const payload = JSON.stringify({ clientId: randomUUID(), yearId: all.federation.yearId, revision: 0, text });
    const before = performance.now();
    const answer = await post('plan.upload', payload, all.officer.token);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(answer.json()).toMatchObject({ result: { data: { faults: [{ code: 'too-deep' }] } } });
  });

  it('a write is not asked for with GET, nor with what is no JSON', async () => {
    const got = await server.inject({ method: 'GET', url: '/trpc/session.signOut' });
    expect(got.json()).toMatchObject({ error: { data: { refusal: 'invalid-input', httpStatus: 405 } } });
    const plain = await server.inject({
      method: 'POST',
      url: '/trpc/session.signOut',
      headers: { 'content-type': 'text/plain' },
      payload: '{}',
    });
    expect(plain.json()).toMatchObject({ error: { data: { refusal: 'invalid-input', httpStatus: 415 } } });
  });

  it('what is refused before a procedure has the shape a client of procedures reads', async () => {
    const large = await post('report.save', `{"a":"${'x'.repeat(5_000_000)}"}`);
    expect(large.json()).toMatchObject({ error: { data: { refusal: 'too-large', httpStatus: 413 } } });
    const foreign = await server.inject({
      method: 'POST',
      url: '/trpc/session.signOut',
      headers: { origin: 'https://else.example' },
    });
    expect(foreign.json()).toMatchObject({ error: { data: { refusal: 'cross-origin', httpStatus: 403 } } });
  });
});
