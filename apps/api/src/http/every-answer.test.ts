import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sentence } from '@giaouoc/domain/messages/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../features/session/sign-in.ts';
import { fileRoutes } from '../files/index.ts';
import { buildServer } from '../server.ts';
import { people, type People } from '../../testing/people.ts';

let all: People;
let server: FastifyInstance;
let port: number;
beforeAll(async () => {
  all = await people();
  // Stands for the built web app: a static file, which sets no header of its own, and pages.
  const web = (req: http.IncomingMessage, res: http.ServerResponse) => {
    if (req.url?.startsWith('/page')) res.setHeader('content-security-policy', "default-src 'self'");
    res.end(req.method === 'POST' ? 'done' : 'file');
  };
  server = await buildServer({ services: all.services, web, logLevel: 'silent' });
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await server.close();
  await all.close();
});

type Asked = { method?: string; headers?: http.OutgoingHttpHeaders };
function ask(path: string, { method = 'GET', headers = {} }: Asked = {}) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const req = http.request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (res) => {
      let body = '';
      res.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
    });
    req.on('error', reject).end();
  });
}
const asOfficer = () => ({ headers: { cookie: `${sessionCookie}=${all.officer.token}` } });

describe('every answer', () => {
  it.each(['/_app/immutable/app.js', '/offline', '/page', '/trpc/session.me', '/files/x', '/healthz', '/trpc/none'])(
    'carries the headers that protect it: %s',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toContain(path === '/page' ? 'default-src' : "frame-ancestors 'none'");
    },
  );

  it('of a file that is refused is a page for a person and a code for a script', async () => {
    const path = '/files/year.json';
    const script = await ask(path);
    expect([script.status, JSON.parse(script.body)]).toEqual([401, { refusal: 'not-signed-in' }]);
    const person = await ask(path, { headers: { accept: 'text/html,*/*' } });
    expect([person.status, person.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
    expect(person.body).toContain(`<p>${sentence('not-signed-in')}</p>`);
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH'])('to %s says that nothing here knows it', async (method) => {
    for (const path of ['/page', '/trpc/session.me', '/files/x']) {
      const { status, headers } = await ask(path, { method });
      expect([status, headers.allow], path).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    }
  });
});

describe('an address with what is no id', () => {
  it.each(fileRoutes.map((route) => route.url as string).filter((url) => /:\w*[iI]d\b/.test(url)))(
    '/files%s',
    async (url) => {
      for (const bad of ['-'.repeat(36), 'a'.repeat(36), '0', '%00'.repeat(3)]) {
        const path = `/files${url.replace(/:\w*[iI]d\b/g, bad).replace(/:\w+/g, '1')}`;
        const { status, body } = await ask(path, asOfficer());
        expect([status, JSON.parse(body)], bad).toEqual([404, { refusal: 'not-found' }]);
      }
    },
  );
});

describe('a form of another site', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const here = () => `http://127.0.0.1:${port}`;
  it.each([
    ['from elsewhere', { origin: 'https://else.example' }],
    ['from nowhere', {}],
    ['from a page without an origin', { origin: 'null' }],
    ['from our name over another protocol', { origin: 'https://127.0.0.1' }],
  ])('%s is told so in a sentence', async (_, headers) => {
    const told = await ask('/page', { method: 'POST', headers: { ...form, ...headers, accept: 'text/html' } });
    expect(told.status).toBe(403);
    expect(told.body).toContain('Yêu cầu đến từ một trang khác');
    const script = await ask('/page', { method: 'POST', headers: { ...form, ...headers } });
    expect([script.status, JSON.parse(script.body)]).toEqual([403, { refusal: 'cross-origin' }]);
  });

  it('of our own is let through', async () => {
    const own = await ask('/page', { method: 'POST', headers: { ...form, origin: here() } });
    expect([own.status, own.body]).toEqual([200, 'done']);
  });
});
