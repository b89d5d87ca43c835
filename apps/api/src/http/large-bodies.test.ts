import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../features/session/sign-in.ts';
import { buildServer } from '../server.ts';
import { people, type People } from '../../testing/people.ts';

let all: People;
let server: FastifyInstance;
let port: number;
/** How many requests the pages are working at. */
let working = 0;
let most = 0;
beforeAll(async () => {
  all = await people();
  server = await buildServer({
    services: all.services,
    logLevel: 'silent',
    // A page that reads all it is sent, and answers as one would.
    web: (req, res) => {
      most = Math.max(most, (working += 1));
      void (async () => {
        let bytes = 0;
        for await (const piece of req) bytes += (piece as Buffer).length;
        await sleep(20);
        working -= 1;
        res.setHeader('content-type', 'text/html; charset=utf-8');
        res.end(`<p>${bytes}</p>`.padEnd(20_000, ' Giao Ước'));
      })().catch(() => (working -= 1));
    },
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await server.close();
  await all.close();
});

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer; sent: number };
/** Sends so many bytes, in pieces, as fast as they are taken. */
function send(
  bytes: number,
  { token, url = '/', headers = {} }: { token?: string; url?: string; headers?: object } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const req = http.request(
      {
        port,
        host: '127.0.0.1',
        method: bytes > 0 ? 'POST' : 'GET',
        path: url,
        headers: {
          ...(bytes > 0 && { 'content-length': bytes, 'content-type': 'application/json' }),
          ...(token !== undefined && { cookie: `${sessionCookie}=${token}` }),
          ...headers,
        },
        agent: false,
      },
      (res) => {
        const pieces: Buffer[] = [];
        res.on('data', (piece: Buffer) => pieces.push(piece));
        res.on('end', () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(pieces), sent }),
        );
      },
    );
    let sent = 0;
    let answered = false;
    req.on('response', () => (answered = true));
    req.on('error', (error) => (answered ? undefined : reject(error)));
    const piece = Buffer.alloc(64 * 1024, 'x');
    const more = () => {
      while (sent < bytes && !req.destroyed) {
        const next = piece.subarray(0, Math.min(piece.length, bytes - sent));
        sent += next.length;
        if (!req.write(next)) return void req.once('drain', more);
      }
      req.end();
    };
    more();
  });
}
const mega = 1024 * 1024;

describe('A6: large bodies', () => {
  it('are read for people who are signed in', async () => {
    const { status, body } = await send(5 * mega, { token: all.chair.token });
    expect([status, body.toString().startsWith(`<p>${5 * mega}</p>`)]).toEqual([200, true]);
  });

  it('are read for nobody else, nor beyond what anybody may send', async () => {
    const before = most;
    for (const [bytes, token, status] of [
      [20 * mega, undefined, 401],
      [20 * mega, 'x'.repeat(43), 401],
      [300 * mega, all.chair.token, 413],
    ] as const) {
      const answer = await send(bytes, { ...(token !== undefined && { token }) }).catch(() => undefined);
      // The connection may be closed before the answer was looked at; then nothing was read either.
      if (answer) expect(answer.status).toBe(status);
      if (answer) expect(answer.sent).toBeLessThan(16 * mega);
    }
    expect(most).toBe(before);
    expect((await send(200_000)).status).toBe(200);
  });

  it('of a form whose session has ended lead to signing in, and back', async () => {
    const url = '/unit/report/hk1/files?/add';
    const plain = await send(mega, { url, headers: { accept: 'text/html,*/*' } });
    expect([plain.status, plain.headers.location]).toEqual([303, '/sign-in?next=%2Funit%2Freport%2Fhk1%2Ffiles']);
    const scripted = await send(mega, { url, headers: { accept: 'application/json', 'x-sveltekit-action': 'true' } });
    expect(JSON.parse(scripted.body.toString())).toMatchObject({ type: 'redirect', location: plain.headers.location });
  });

  it('of one person are worked at a few at a time, and all of them in the end', async () => {
    most = 0;
    const answers = await Promise.all(Array.from({ length: 40 }, () => send(mega, { token: all.chair.token })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(6);
  });

  it('whose sender goes away make room for others', async () => {
    const going = Array.from({ length: 12 }, () => {
      const req = http.request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        headers: { 'content-length': 20 * mega, cookie: `${sessionCookie}=${all.chair.token}` },
        agent: false,
      });
      req.on('error', () => {});
      req.write('x');
      return req;
    });
    await sleep(100);
    for (const req of going) req.destroy();
    expect((await send(mega, { token: all.chair.token })).status).toBe(200);
  });
});

describe('P2: answers on slow networks', () => {
  const gzip = { 'accept-encoding': 'gzip' };

  it('are compressed, pages and questions alike', async () => {
    const page = await send(0, { headers: gzip });
    expect(page.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(page.body.length).toBeLessThan(2_000);
    expect(gunzipSync(page.body).toString()).toContain('<p>0</p>');
    const api = await send(0, { url: '/trpc/session.me', headers: gzip, token: all.officer.token });
    expect(api.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(api.body).toString())).toMatchObject({
      result: { data: { userName: all.officer.userName } },
    });
  });

  it('that show secrets, or that another site asked for, are not', async () => {
    const posted = await send(10, { headers: gzip, token: all.chair.token });
    const foreign = await send(0, { headers: { ...gzip, 'sec-fetch-site': 'cross-site' }, token: all.chair.token });
    const plain = await send(0, { token: all.chair.token });
    for (const { headers, body } of [posted, foreign, plain]) {
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.toString()).toContain('<p>');
    }
    // Nobody is signed in: there is nothing to learn.
    const stranger = await send(0, { headers: { ...gzip, 'sec-fetch-site': 'cross-site' } });
    expect(stranger.headers['content-encoding']).toBe('gzip');
  });
});
