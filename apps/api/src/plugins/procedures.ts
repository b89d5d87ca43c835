import type { TRPCError } from '@trpc/server';
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { jsonExcess, requestBounds } from '@giaouoc/domain/text/json-bounds';
import { refusalBody } from '../http/refusal-body.ts';
import type { RoomOnDisk } from '../http/room-on-disk.ts';
import type { Context } from '../trpc/context.ts';
import { Refused } from '../trpc/errors.ts';
import { appRouter, type AppRouter } from '../router.ts';

/** What the log must tell: a fault of the program, or a database that is not there or has no room. */
export const isFault = (error: TRPCError): boolean =>
  error instanceof Refused
    ? error.refusal === 'server-busy' || error.refusal === 'storage-full'
    : error.code === 'INTERNAL_SERVER_ERROR';

/** Serves the procedures below `/trpc`. */
export async function registerProcedures(
  app: FastifyInstance,
  contextOf: (req: FastifyRequest, reply: FastifyReply) => Context,
  room: RoomOnDisk,
): Promise<void> {
  await app.register(async (api) => {
    // A5: before anything is made of it; the body is still the text that was sent.
    api.addHook('preValidation', async (req, reply) => {
      if (typeof req.body === 'string' && jsonExcess(req.body, requestBounds))
        return reply.code(413).send(refusalBody(req.url, 413, 'too-complex'));
    });
    api.addContentTypeParser(/^multipart\/form-data/, (_req, payload, done) => done(null, payload));
    const options: FastifyTRPCPluginOptions<AppRouter> = {
      prefix: '/trpc',
      trpcOptions: {
        router: appRouter,
        createContext: ({ req, res }) => contextOf(req, res),
        // As many as our own pages ask for at once; one request could else stand for hundreds of attempts to sign in.
        maxBatchSize: 10,
        onError: ({ error, path, req }) => {
          room.heard(error);
          if (isFault(error)) req.log.error({ err: error.cause ?? error, path }, 'procedure failed');
        },
      },
    };
    await api.register(fastifyTRPCPlugin, options);
  });
}
