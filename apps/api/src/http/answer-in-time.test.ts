import { sentence } from '@giaouoc/domain/messages/index';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerInTime } from './answer-in-time.ts';

/** Reads what comes and answers nothing, or late. */
let server: http.Server;
let url: string;
const late: ServerResponse[] = [];
beforeAll(async () => {
  server = http.createServer((req: IncomingMessage, res) => {
    answerInTime(req, res, 150);
    req.resume();
    late.push(res);
    if (req.url === '/prompt') res.end('prompt');
    if (req.url === '/begun') res.write('begun');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('who asks and gets no answer is told that the server is busy, in the shape they read', async () => {
  const asked = await fetch(`${url}/trpc/year.list`);
  expect(asked.status).toBe(503);
  expect(await asked.json()).toMatchObject({ error: { data: { refusal: 'server-busy', httpStatus: 503 } } });
  const sent = await fetch(`${url}/readyz`, { method: 'POST', body: '{}' });
  expect(await sent.json()).toEqual({ refusal: 'server-busy' });
  const opened = await fetch(`${url}/unit`, { headers: { accept: 'text/html,*/*' } });
  expect(opened.status).toBe(503);
  expect(opened.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await opened.text()).toContain(sentence('answer-late'));
});

it('an answer that comes too late, or twice, ends nothing', async () => {
  expect((await fetch(`${url}/unit`)).status).toBe(503);
  const res = late.at(-1)!;
  res.writeHead(200, { 'content-type': 'text/plain' });
  res.end('late');
  expect(await (await fetch(`${url}/prompt`)).text()).toBe('prompt');
});

it('an answer that has begun, a file being fetched and files being sent may take their time', async () => {
  const begun = await fetch(`${url}/begun`);
  const form = new FormData();
  form.append('file', new File(['x'], 'x.txt'));
  const waiting = [
    begun.text(),
    fetch(`${url}/files/evidence/1`),
    fetch(`${url}/unit/report`, { method: 'POST', body: form }),
  ].map((answer) => answer.then(() => 'answered'));
  expect(await Promise.race([...waiting, sleep(500, 'waits')])).toBe('waits');
  for (const res of late) if (!res.writableEnded) res.end();
  expect(await Promise.all(waiting)).toEqual(['answered', 'answered', 'answered']);
});
