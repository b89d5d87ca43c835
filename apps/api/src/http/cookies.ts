import type { IncomingMessage } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';

/** The cookies of a request, by name. */
export const cookiesOf = ({ headers }: IncomingMessage): Record<string, string | undefined> =>
  fastifyCookie.parse(headers.cookie ?? '');
