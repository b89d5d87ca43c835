import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { z } from 'zod';
import { idOf } from '../files/ids.ts';
import type { FileAnswer } from '../files/file-routes.ts';
import { fileRoutes } from '../files/index.ts';
import type { Context } from '../trpc/context.ts';
import { Refused } from '../trpc/errors.ts';
import { allowed, createCallerFactory, router } from '../trpc/procedures.ts';

/** An address's parts and its query; of a name given twice the last counts. */
const texts = z.record(
  z.string(),
  z.preprocess((value) => (Array.isArray(value) ? value.at(-1) : value), z.string()),
);
type Texts = z.infer<typeof texts>;

/** `attachment; filename*=…` for a name with Vietnamese letters (RFC 6266). */
function disposition(name: string, inline: boolean): string {
  const plain = name
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^A-Za-z0-9._-]+/g, '-');
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/**
 * Serves the file routes below `/files`. Each passes through the same ladder as a procedure (`allowed`), so there is one
 * way in. Answers carry a sandboxing policy: whatever a file contains, it cannot act on our pages (A6).
 */
export function registerFiles(
  app: FastifyInstance,
  contextOf: (req: FastifyRequest, reply: FastifyReply) => Context,
): void {
  for (const route of fileRoutes) {
    const caller = createCallerFactory(
      router({
        file: allowed(route.access)
          .input(z.object({ params: texts, query: texts }))
          .output(z.custom<FileAnswer>())
          .query(({ ctx, input }) => route.answer(ctx, input.params, input.query)),
      }),
    );
    app.get(`/files${route.url}`, async (req, reply) => {
      try {
        const asked = { params: req.params, query: req.query } as { params: Texts; query: Texts };
        for (const [name, value] of Object.entries(asked.params)) if (/^id$|Id$/.test(name)) idOf(value);
        const file = await caller(contextOf(req, reply)).file(asked);
        reply
          .header('content-type', file.mediaType)
          .header('content-disposition', disposition(file.name, file.inline ?? false))
          .header(
            'content-security-policy',
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; plugin-types application/pdf; sandbox",
          )
          .header('cross-origin-resource-policy', 'same-origin')
          .header('cache-control', file.immutable ? 'private, max-age=31536000, immutable' : 'private, no-store');
        return reply.send(file.body instanceof Uint8Array ? Buffer.from(file.body) : file.body);
      } catch (error) {
        const refused = error instanceof Refused ? error : undefined;
        const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
        if (status >= 500) req.log.error({ err: error }, 'file route failed');
        return reply.code(status).send({ refusal: refused?.refusal ?? 'unexpected' });
      }
    });
  }
}
