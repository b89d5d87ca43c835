import { afterAll, beforeAll, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { enqueue } from '@giaouoc/db/queries/job';
import { buildServer } from '../../server.ts';
import { people, type People } from '../../../testing/people.ts';

let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(async () => {
  await all.close();
});

it('shows an officer the jobs of their federation and of the server, what became of them, and nobody else’s', async () => {
  const { owner, officer } = all;
  await owner`delete from graphile_worker._private_jobs`;
  await enqueue(all.services.db, { task: 'clean-up', key: 'clean-up', runAt: new Date('2999-01-01') });
  const mark = async (task: string, attempts: number, error: string | null) =>
    owner`update graphile_worker._private_jobs set attempts = ${attempts}, last_error = ${error}
      where task_id = (select id from graphile_worker._private_tasks where identifier = ${task})`;
  await inScope(all.services.db, officer.scope, (tx) => enqueue(tx, { task: 'own-task' }));
  await inScope(all.services.db, all.strangeOfficer.scope, (tx) => enqueue(tx, { task: 'foreign-task' }));
  await mark('own-task', 18, '53100');
  await mark('clean-up', 2, '08006');

  const { jobs } = await officer.call.job.list();
  expect(jobs.map(({ task, state, attempts, lastError }) => [task, state, attempts, lastError])).toEqual([
    ['clean-up', 'failed', 2, '08006'],
    ['own-task', 'stuck', 18, '53100'],
  ]);
});

it('gives its metrics to whoever shows the token, and has no such address for others', async () => {
  const metricsToken = 'only-for-the-watcher';
  const server = await buildServer({ services: all.services, metricsToken, logLevel: 'silent' });
  const closed = await buildServer({ services: all.services, logLevel: 'silent' });
  const read = (app: typeof server, authorization?: string) =>
    app.inject({ url: '/metrics', headers: authorization === undefined ? {} : { authorization } });
  expect((await read(server)).statusCode).toBe(404);
  expect((await read(server, 'Bearer something-else')).statusCode).toBe(404);
  expect((await read(closed, `Bearer ${metricsToken}`)).statusCode).toBe(404);

  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  await fetch(`${url}/healthz`);
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  const body = await answer.text();
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body).toContain('giaouoc_jobs_stuck 1\n');
  expect(body).toContain('giaouoc_database_up 1\n');
  expect(body).toMatch(/giaouoc_http_request_duration_seconds_count\{kind="healthz",status="2xx"\} 1\n/);
  expect(body).not.toContain(all.federation.id);
  await Promise.all([server.close(), closed.close()]);
});
