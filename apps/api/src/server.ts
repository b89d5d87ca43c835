import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import type { TRPCError } from '@trpc/server';
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import { sessionByToken } from '@giaouoc/db/queries/accounts';
import { ping } from '@giaouoc/db/queries/health';
import { jsonExcess, requestBounds } from '@giaouoc/domain/text/json-bounds';
import { sessionCookie } from './features/session/sign-in.ts';
import { answerInTime } from './http/answer-in-time.ts';
import { compressed } from './http/compressed.ts';
import { largeBodies, largestBody } from './http/large-bodies.ts';
import { refusalBody } from './http/refusal-body.ts';
import { loggable } from './logging/loggable.ts';
import { registerFiles } from './plugins/files.ts';
import { tokenHash } from './security/proofs.ts';
import type { Context, CookieToSet, Services } from './trpc/context.ts';
import { Refused } from './trpc/errors.ts';
import { appRouter, createCaller, type AppRouter } from './trpc/router.ts';

/** SvelteKit's adapter-node handler. */
export type WebHandler = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void;

export type ServerOptions = {
  services: Services;
  /** The built web app; without it the server is the API alone (tests). */
  web?: WebHandler;
  /** Addresses of proxies whose forwarded headers are believed. */
  trustProxy?: string[] | false;
  /** `info`, `warn`, … or `silent`. */
  logLevel?: string;
};

/** What a page's request carries besides itself (apps/web/src/lib/server/api.ts reads it). */
export type WebRequest = IncomingMessage & { api: ReturnType<typeof createCaller>; apiCookies: CookieToSet[] };

const apiPath = /^\/(trpc|files|healthz|readyz)(\/|\?|$)/;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the log must tell: a fault of the program, or a database that is not there. */
const isFault = (error: TRPCError): boolean =>
  error instanceof Refused ? error.refusal === 'server-busy' : error.code === 'INTERNAL_SERVER_ERROR';

/** Reads the session once per request, whoever asks first. */
function contextOf(
  services: Services,
  facts: { token: string | undefined; device: string; requestId: string; setCookie: Context['setCookie'] },
): Context {
  let session: ReturnType<Context['session']> | undefined;
  return {
    ...services,
    ...facts,
    session: () =>
      (session ??= facts.token ? sessionByToken(services.db, tokenHash(facts.token)) : Promise.resolve(undefined)),
  };
}

/** "Chrome trên Android": enough for a person to recognise a device in the list of sessions. */
function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : 'Trình duyệt';
  const system = /Android/.test(agent)
    ? 'Android'
    : /iPhone|iPad/.test(agent)
      ? 'iOS'
      : /Windows/.test(agent)
        ? 'Windows'
        : /Mac OS/.test(agent)
          ? 'macOS'
          : /Linux/.test(agent)
            ? 'Linux'
            : 'thiết bị khác';
  return `${browser} trên ${system}`;
}

/**
 * Builds the one process: API, files, health, and the pages when a web handler is given. Does not listen; the caller
 * does, and closes.
 */
export async function buildServer({
  services,
  web,
  trustProxy = false,
  logLevel = 'warn',
}: ServerOptions): Promise<FastifyInstance> {
  const secure = services.publicUrl.startsWith('https:');
  const publicOrigin = new URL(services.publicUrl).origin;

  /** A write from another origin is refused, whatever its content type (A7). */
  const crossOrigin = (req: IncomingMessage): boolean => {
    if (safeMethods.has(req.method ?? 'GET')) return false;
    const { origin, 'sec-fetch-site': site, host } = req.headers;
    if (site && site !== 'same-origin' && site !== 'none') return true;
    return Boolean(origin) && origin !== publicOrigin && origin !== `http://${host}` && origin !== `https://${host}`;
  };

  const toPages = (req: IncomingMessage, res: ServerResponse, handler: WebHandler) => {
    const refuse = (status: number, refusal: ErrorCode) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ refusal }));
    };
    if (crossOrigin(req)) return refuse(403, 'cross-origin');
    const apiCookies: CookieToSet[] = [];
    const cookies = cookieParser(req.headers.cookie ?? '');
    const requestId = randomUUID();
    const page = req as WebRequest;
    page.apiCookies = apiCookies;
    page.api = createCaller(
      contextOf(services, {
        token: cookies[sessionCookie] || undefined,
        device: deviceOf(req.headers['user-agent']),
        requestId,
        setCookie: (one) => void apiCookies.push(one),
      }),
      {
        onError: ({ error, path }) => {
          if (isFault(error)) app.log.error({ err: error.cause ?? error, path, requestId }, 'procedure failed');
        },
      },
    );
    // SvelteKit believes these two headers; a client's own must never reach it.
    const here = new URL(services.publicUrl);
    const viaPublic = req.headers.host === here.host;
    req.headers['x-forwarded-proto'] = viaPublic ? here.protocol.slice(0, -1) : secure ? 'https' : 'http';
    handler(req, res, () => refuse(404, 'not-found'));
  };

  const admit = largeBodies({
    accountOf: async (req) => {
      const token = cookieParser(req.headers.cookie ?? '')[sessionCookie];
      return token ? (await sessionByToken(services.db, tokenHash(token)))?.accountId : undefined;
    },
  });
  const admitted = (req: IncomingMessage, res: ServerResponse, next: () => void): void =>
    void admit(req, res, next).catch((error: unknown) => {
      app.log.error({ err: error }, 'request failed');
      res.destroy();
    });

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
    // What is no HTTP, or has an address or headers without end: answered in our words, and closed.
    clientErrorHandler: (error, socket) => {
      const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
      const body = JSON.stringify({ refusal: error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'invalid-input' });
      if (socket.writable && error.code !== 'ECONNRESET')
        socket.write(
          `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
        );
      socket.destroy(error);
    },
    frameworkErrors: (_error, req, reply) =>
      void (reply as unknown as FastifyReply).code(400).send(refusalBody(req.url, 400, 'invalid-input')),
    serverFactory: (handler) =>
      http.createServer((req, res) => {
        answerInTime(req, res);
        compressed(req, res, () =>
          admitted(req, res, () => (web && !apiPath.test(req.url ?? '/') ? toPages(req, res, web) : handler(req, res))),
        );
      }),
  });
  // What never reaches a procedure answers in the same words: a code, and nothing of the program's.
  app.setErrorHandler((error: { statusCode?: number }, req, reply) => {
    const status = error.statusCode !== undefined && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500) req.log.error({ err: error }, 'request failed');
    const refusal = status === 413 ? 'too-large' : status < 500 ? 'invalid-input' : 'unexpected';
    return reply.code(status).send(refusalBody(req.url, status, refusal));
  });
  app.setNotFoundHandler((req, reply) => reply.code(404).send(refusalBody(req.url, 404, 'not-found')));
  await app.register(cookie);
  const cookieParser = app.parseCookie.bind(app);

  app.addHook('onRequest', async (req, reply) => {
    reply
      .header('x-request-id', req.id)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin');
    const refuse = (status: number, refusal: ErrorCode) =>
      reply.code(status).send(refusalBody(req.url, status, refusal));
    if (crossOrigin(req.raw)) return refuse(403, 'cross-origin');
    if (req.headers['content-type']?.startsWith('multipart/')) {
      // tRPC reads the stream itself; without a length there would be no bound.
      const length = Number(req.headers['content-length'] ?? Number.NaN);
      if (Number.isNaN(length)) return refuse(411, 'invalid-input');
      if (length > largestBody) return refuse(413, 'too-large');
    }
  });

  const requestContext = (req: FastifyRequest, reply: FastifyReply): Context =>
    contextOf(services, {
      token: req.cookies[sessionCookie] || undefined,
      device: deviceOf(req.headers['user-agent']),
      requestId: req.id,
      setCookie: ({ name, value, maxAge }) =>
        void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge }),
    });

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
        createContext: ({ req, res }) => requestContext(req, res),
        // As many as our own pages ask for at once; one request could else stand for hundreds of attempts to sign in.
        maxBatchSize: 10,
        onError: ({ error, path, req }) => {
          if (isFault(error)) req.log.error({ err: error.cause ?? error, path }, 'procedure failed');
        },
      },
    };
    await api.register(fastifyTRPCPlugin, options);
  });
  registerFiles(app, requestContext);

  /** The process answers. */
  app.get('/healthz', async () => ({ ok: true }));
  /** It can do its work: the database answers too. */
  app.get('/readyz', async (_req, reply) => {
    try {
      await ping(services.db);
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
  return app;
}
