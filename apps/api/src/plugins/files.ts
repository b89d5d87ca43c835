import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { z } from 'zod';
import { idOf } from '../files/ids.ts';
import { fileRoutes } from '../files/index.ts';
import type { Context } from '../trpc/context.ts';
import { Refused } from '../trpc/errors.ts';
import { isUnavailable } from '../trpc/unavailable.ts';
import { allowed, createCallerFactory, router, type Member } from '../trpc/procedures.ts';

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
        member: allowed(route.access)
          .output(z.custom<Member>())
          .query(({ ctx }) => ctx),
      }),
    );
    app.get(`/files${route.url}`, async (req, reply) => {
      try {
        const member = await caller(contextOf(req, reply)).member();
        const params = req.params as Record<string, string>;
        for (const [name, value] of Object.entries(params)) if (/^id$|Id$/.test(name)) idOf(value);
        const file = await route.answer(member, params, req.query as Record<string, string>);
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
        const refused =
          error instanceof Refused ? error : isUnavailable(error) ? new Refused('server-busy') : undefined;
        const said = refused ?? error;
        const status = said instanceof TRPCError ? getHTTPStatusCodeFromError(said) : 500;
        if (status >= 500) req.log.error({ err: error }, 'file route failed');
        return reply.code(status).send({ refusal: refused?.refusal ?? 'unexpected' });
      }
    });
  }
}
