import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionCookie } from '../features/session/sign-in.ts';
import { buildServer } from '../server.ts';
import { people, type People } from '../../testing/people.ts';
import { publishSamplePlan } from '../../testing/sample-plan.ts';
import { loggable } from './loggable.ts';

let all: People;
let server: FastifyInstance;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  server = await buildServer({ services: all.services, logLevel: 'info' });
});
afterAll(async () => {
  await server.close();
  await all.close();
});

const secret = 'ghi-chú-kín';
const json = { 'content-type': 'application/json' };

it('a fault in the database tells nobody what was typed, nor how we store it', async () => {
  await all.owner`alter table figure add constraint no_notes check (note is null) not valid`;
  try {
    const answer = await server.inject({
      method: 'POST',
      url: '/trpc/report.save',
      cookies: { [sessionCookie]: all.chair.token },
      headers: json,
      payload: JSON.stringify({
        clientId: randomUUID(),
        yearId: all.federation.yearId,
        lines: [{ line: '1.4', period: 'hk1', fields: { value: '3' }, note: secret, seen: 0 }],
      }),
    });
    expect(answer.statusCode).toBe(500);
    expect(answer.json<{ error: { message: string } }>().error.message).toBe('unexpected');
    expect(answer.body).not.toMatch(/insert|no_notes|ghi-chú|at .*\.ts/);
  } finally {
    await all.owner`alter table figure drop constraint no_notes`;
  }
});

it('a logged fault keeps its kind and place, and no value', async () => {
  await all.owner`alter table figure add constraint no_notes check (note is null) not valid`;
  const fault: unknown = await all.chair.call.report
    .save({
      clientId: randomUUID(),
      lines: [{ line: '1.4', period: 'hk1', fields: { value: '3' }, note: secret, seen: 0 }],
    })
    .catch((error: unknown) => error);
  await all.owner`alter table figure drop constraint no_notes`;
  expect(String((fault as Error).message)).toContain(secret);
  // What the server's own logger makes of it (pino keeps its serializers under this symbol).
  const logger = server.log as unknown as Record<symbol, { err: (error: unknown) => unknown }>;
  const line = JSON.stringify(logger[Symbol.for('pino.serializers')]?.err(fault));
  expect(line).not.toContain(secret);
  expect(line).not.toContain(all.chair.membershipId);
  expect(line).toContain('no_notes');
  expect(line).toContain('23514');
  expect(line).toContain('save-figures.ts');
  expect(loggable('x')).toEqual({ type: 'string', at: [] });
});

it('what never reaches a procedure answers with a code alone', async () => {
  const large = await server.inject({
    method: 'POST',
    url: '/trpc/report.save',
    headers: json,
    payload: `{"a":"${'x'.repeat(5_000_000)}"}`,
  });
  expect(large.json()).toMatchObject({
    error: { message: 'too-large', data: { httpStatus: 413, refusal: 'too-large' } },
  });
  const odd = await server.inject({ method: 'GET', url: '/files/evidence/%ff' });
  expect(odd.statusCode).toBe(400);
  expect(odd.body).not.toContain('FST_');
  const nothing = await server.inject({ method: 'GET', url: '/filesx' });
  expect([nothing.statusCode, nothing.json()]).toEqual([404, { refusal: 'not-found' }]);
});

it('one request does not stand for hundreds', async () => {
  const ask = (many: number) =>
    server.inject({
      method: 'POST',
      url: `/trpc/${Array.from({ length: many }, () => 'session.signOut').join(',')}?batch=1`,
      headers: json,
      payload: '{}',
    });
  expect((await ask(10)).statusCode).toBe(401);
  expect((await ask(11)).statusCode).toBe(400);
});
