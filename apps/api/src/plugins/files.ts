import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { z } from 'zod';
import { idOf } from '../files/ids.ts';
import type { FileAnswer } from '../files/file-routes.ts';
import { fileRoutes } from '../files/index.ts';
import { isForPerson, refusalPage } from '../http/refusal-page.ts';
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

/** A file with its bytes; without them where the browser has this content already. */
type Opened = Omit<FileAnswer, 'body'> & { body?: Uint8Array | Readable };

const quoted = (etag: string): string => `"${etag}"`;
/** Whether the browser has this content already (RFC 9110, 13.1.2). */
const knows = (known: string | undefined, etag: string): boolean =>
  known !== undefined && known.split(',').some((one) => one.trim().replace(/^W\//, '') === quoted(etag));

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
          .input(z.object({ params: texts, query: texts, known: z.string().optional() }))
          .output(z.custom<Opened>())
          .query(async ({ ctx, input }) => {
            const { body, ...file } = await route.answer(ctx, input.params, input.query);
            if (file.etag !== undefined && knows(input.known, file.etag)) return file;
            return { ...file, body: typeof body === 'function' ? await body() : body };
          }),
      }),
    );
    app.get(`/files${route.url}`, async (req, reply) => {
      try {
        const asked = { params: req.params, query: req.query } as { params: Texts; query: Texts };
        for (const [name, value] of Object.entries(asked.params)) if (/^id$|Id$/.test(name)) idOf(value);
        const known = req.headers['if-none-match'];
        const { body, ...file } = await caller(contextOf(req, reply)).file({ ...asked, ...(known && { known }) });
        reply.header('cache-control', file.etag ? 'private, no-cache' : 'private, no-store').header('vary', 'cookie');
        if (file.etag) reply.header('etag', quoted(file.etag));
        if (body === undefined) return reply.code(304).send();
        reply
          .header('content-type', file.mediaType)
          .header('content-disposition', disposition(file.name, file.inline ?? false))
          .header(
            'content-security-policy',
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; plugin-types application/pdf; sandbox",
          )
          .header('cross-origin-resource-policy', 'same-origin');
        return reply.send(body instanceof Uint8Array ? Buffer.from(body) : body);
      } catch (error) {
        const refused = error instanceof Refused ? error : undefined;
        const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
        if (status >= 500) req.log.error({ err: error }, 'file route failed');
        reply.removeHeader('etag');
        reply.code(status).header('cache-control', 'private, no-store');
        const refusal = refused?.refusal ?? 'unexpected';
        return isForPerson(req.headers)
          ? reply.type('text/html; charset=utf-8').send(refusalPage(refusal, refused?.detail))
          : reply.send({ refusal });
      }
    });
  }
}
