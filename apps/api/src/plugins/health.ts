import type { FastifyInstance } from 'fastify';
import { ping } from '@giaouoc/db/queries/health';
import type { RoomOnDisk } from '../http/room-on-disk.ts';
import type { Services } from '../trpc/context.ts';

/** What a service manager and a proxy ask. */
export function registerHealth(app: FastifyInstance, { db }: Pick<Services, 'db'>, room: RoomOnDisk): void {
  /** The process answers. */
  app.get('/healthz', async () => ({ ok: true }));
  /** It can do its work: the database answers too, and nothing failed a moment ago because a disk is full. */
  app.get('/readyz', async (_req, reply) => {
    try {
      await ping(db);
      if (room.isFull()) return reply.code(503).send({ ok: false, reason: 'storage-full' });
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
}
