import type { FastifyInstance } from 'fastify';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import { largestBody } from '../http/large-bodies.ts';
import { crossOriginWrite } from '../http/origin.ts';
import { refusalBody } from '../http/refusal-body.ts';

/** What never reaches a procedure or a file answers in the same words: a code, and nothing of the program's (A5). */
export function registerRefusals(app: FastifyInstance, publicUrl: string): void {
  const isCrossOrigin = crossOriginWrite(publicUrl);
  app.setErrorHandler((error: { statusCode?: number }, req, reply) => {
    const status = error.statusCode !== undefined && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500) req.log.error({ err: error }, 'request failed');
    const refusal = status === 413 ? 'too-large' : status < 500 ? 'invalid-input' : 'unexpected';
    return reply.code(status).send(refusalBody(req.url, status, refusal));
  });
  app.setNotFoundHandler((req, reply) => reply.code(404).send(refusalBody(req.url, 404, 'not-found')));
  app.addHook('onRequest', async (req, reply) => {
    reply.header('x-request-id', req.id);
    const refuse = (status: number, refusal: ErrorCode) =>
      reply.code(status).send(refusalBody(req.url, status, refusal));
    if (isCrossOrigin(req.raw)) return refuse(403, 'cross-origin');
    if (req.headers['content-type']?.startsWith('multipart/')) {
      // tRPC reads the stream itself; without a length there would be no bound.
      const length = Number(req.headers['content-length'] ?? Number.NaN);
      if (Number.isNaN(length)) return refuse(411, 'invalid-input');
      if (length > largestBody) return refuse(413, 'too-large');
    }
  });
}
