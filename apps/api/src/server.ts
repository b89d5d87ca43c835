import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { answerClientError } from './http/client-errors.ts';
import { answerInTime } from './http/answer-in-time.ts';
import { compressed } from './http/compressed.ts';
import { cookiesOf } from './http/cookies.ts';
import { refuseUnknownMethod } from './http/known-methods.ts';
import { largeBodies } from './http/large-bodies.ts';
import { pagesOf, type WebHandler } from './http/pages.ts';
import { refusalBody } from './http/refusal-body.ts';
import { contextOf } from './http/request-context.ts';
import { roomOnDisk, type RoomOnDisk } from './http/room-on-disk.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { loggable } from './logging/loggable.ts';
import { registerFiles } from './plugins/files.ts';
import { requestMetrics, type RequestMetrics } from './http/request-metrics.ts';
import { registerHealth } from './plugins/health.ts';
import { registerKeys } from './plugins/keys.ts';
import { registerMetrics } from './plugins/metrics.ts';
import { isFault, registerProcedures } from './plugins/procedures.ts';
import { registerRefusals } from './plugins/refusals.ts';
import type { Context, Services } from './trpc/context.ts';

export type { WebHandler, WebRequest } from './http/pages.ts';

export type ServerOptions = {
  services: Services;
  /** The built web app; without it the server is the API alone (tests). */
  web?: WebHandler;
  /** Addresses of proxies whose forwarded headers are believed. */
  trustProxy?: string[] | false;
  /** `info`, `warn`, … or `silent`. */
  logLevel?: string;
  /** What a program must show to read `/metrics`; without it there is no such address. */
  metricsToken?: string | null;
};

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

const apiPath = /^\/(trpc|files|healthz|readyz|metrics|\.well-known\/giaouoc-keys\.json)(\/|\?|$)/;

/**
 * Builds the one process: API, files, health, and the pages when a web handler is given. Does not listen; the caller
 * does, and closes.
 */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { services } = options;
  const room = roomOnDisk();
  const metrics = options.metricsToken ? requestMetrics() : null;
  const app = withoutRoutes(options, room, metrics);
  registerRefusals(app, services.publicUrl);
  await app.register(cookie);
  const requestContext = requestContextOf(services);
  await registerProcedures(app, requestContext, room);
  registerFiles(app, requestContext);
  registerHealth(app, services, room);
  if (metrics) registerMetrics(app, services, metrics, options.metricsToken!);
  registerKeys(app, services);
  return app;
}

/** The listener with its logging and bounds; what it answers is registered on it. */
function withoutRoutes(
  { services, web, trustProxy = false, logLevel = 'warn' }: ServerOptions,
  room: RoomOnDisk,
  metrics: RequestMetrics | null,
): FastifyInstance {
  const failed: Parameters<typeof pagesOf>[0]['failed'] = (error, path, requestId) => {
    room.heard(error);
    if (isFault(error)) app.log.error({ err: error.cause ?? error, path, requestId }, 'procedure failed');
  };
  const app: FastifyInstance = Fastify({
    logger: {
      level: logLevel,
      serializers: {
        req: (req: FastifyRequest) => ({ method: req.method, route: req.routeOptions?.url }),
        err: (error: unknown) => ({ message: '', stack: '', ...loggable(error) }),
      },
    },
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 5000 },
    bodyLimit: 4 * 1024 * 1024,
    trustProxy,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, req, reply) =>
      void (reply as unknown as FastifyReply).code(400).send(refusalBody(req.url, 400, 'invalid-input')),
    serverFactory: (handler) => {
      const pages = web && pagesOf({ services, handler: web, failed });
      const answer: Handler = (req, res) =>
        pages && !apiPath.test(req.url ?? '/') ? pages(req, res) : handler(req, res);
      return http.createServer(
        bounded(services, metrics, answer, (error) => app.log.error({ err: error }, 'request failed')),
      );
    },
  });
  return app;
}

/** What every request passes first, in this order; pages and API alike. */
function bounded(
  services: Services,
  metrics: RequestMetrics | null,
  answer: Handler,
  failed: (error: unknown) => void,
): Handler {
  const secure = services.publicUrl.startsWith('https:');
  const admit = largeBodies({ accountOf: accountOf(services) });
  return (req, res) => {
    metrics?.count(req, res);
    setSecurityHeaders(res, secure);
    if (refuseUnknownMethod(req, res)) return;
    answerInTime(req, res);
    compressed(req, res, () => {
      void admit(req, res, () => answer(req, res)).catch((error: unknown) => {
        failed(error);
        res.destroy();
      });
    });
  };
}

/** Whose session a request's cookie is, read before the body. */
const accountOf = (services: Services) => async (req: IncomingMessage) => {
  const facts = { cookies: cookiesOf(req), userAgent: undefined, requestId: '' };
  return (await contextOf(services, { ...facts, setCookie: () => {} }).session())?.accountId;
};

const requestContextOf =
  (services: Services) =>
  (req: FastifyRequest, reply: FastifyReply): Context =>
    contextOf(services, {
      cookies: req.cookies,
      userAgent: req.headers['user-agent'],
      requestId: req.id,
      setCookie: ({ name, value, maxAge }) => {
        const secure = services.publicUrl.startsWith('https:');
        void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
      },
    });
