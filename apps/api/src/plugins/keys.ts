import type { FastifyInstance } from 'fastify';
import { publishedKeys } from '../security/published-keys.ts';
import type { Services } from '../trpc/context.ts';

/** Where whoever checks a receipt or the audit chain finds the keys, without signing in. */
export function registerKeys(app: FastifyInstance, { db }: Pick<Services, 'db'>): void {
  app.get('/.well-known/giaouoc-keys.json', async (_req, reply) => {
    const keys = await publishedKeys(db);
    return reply.header('cache-control', 'public, max-age=300').type('application/json').send(keys);
  });
}
