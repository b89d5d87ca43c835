import type { FastifyInstance } from 'fastify';
import { ping } from '@giaouoc/db/queries/health';
import type { Services } from '../trpc/context.ts';

/** What a service manager and a proxy ask. */
export function registerHealth(app: FastifyInstance, { db }: Pick<Services, 'db'>): void {
  /** The process answers. */
  app.get('/healthz', async () => ({ ok: true }));
  /** It can do its work: the database answers too. */
  app.get('/readyz', async (_req, reply) => {
    try {
      await ping(db);
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
}
