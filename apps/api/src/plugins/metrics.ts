import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Gauge } from 'prom-client';
import { jobCounts } from '@giaouoc/db/queries/job';
import type { RequestMetrics } from '../http/request-metrics.ts';
import type { Services } from '../trpc/context.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * `/metrics` in the text format of Prometheus (M4): the process, its requests, the job queue. No tenant's data, and only for
 * whoever shows `Authorization: Bearer <token>`; for everyone else there is no such address.
 */
export function registerMetrics(
  app: FastifyInstance,
  { db }: Pick<Services, 'db'>,
  { registry }: RequestMetrics,
  token: string,
): void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const waiting = gauge('giaouoc_jobs_waiting', 'Jobs that wait or run');
  const stuck = gauge('giaouoc_jobs_stuck', 'Jobs given up after their last attempt');
  const oldest = gauge('giaouoc_jobs_oldest_due_seconds', 'How long the oldest job that is due has waited');
  const up = gauge('giaouoc_database_up', '1 when the database answered this reading');
  const expected = digest(`Bearer ${token}`);
  app.get('/metrics', async (req, reply) => {
    if (!timingSafeEqual(digest(req.headers.authorization ?? ''), expected)) return reply.callNotFound();
    try {
      const counts = await jobCounts(db);
      waiting.set(counts.waiting);
      stuck.set(counts.stuck);
      oldest.set(counts.oldestSeconds);
      up.set(1);
    } catch {
      up.set(0);
    }
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}
