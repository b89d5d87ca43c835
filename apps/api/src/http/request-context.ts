import { sessionByToken } from '@giaouoc/db/queries/accounts';
import { deviceCookie, sessionCookie } from '../features/session/sign-in.ts';
import { tokenHash } from '../security/proofs.ts';
import type { Context, Services } from '../trpc/context.ts';
import { deviceOf } from './device.ts';

/** What of a request the context is made from, however it came in. */
export type RequestFacts = {
  cookies: Record<string, string | undefined>;
  userAgent: string | undefined;
  requestId: string;
  setCookie: Context['setCookie'];
};

/** The context of one request; its session is read once, whoever asks first. */
export function contextOf(services: Services, { cookies, userAgent, requestId, setCookie }: RequestFacts): Context {
  const token = cookies[sessionCookie] || undefined;
  let session: ReturnType<Context['session']> | undefined;
  return {
    ...services,
    token,
    deviceToken: cookies[deviceCookie] || undefined,
    device: deviceOf(userAgent),
    requestId,
    setCookie,
    session: () => (session ??= token ? sessionByToken(services.db, tokenHash(token)) : Promise.resolve(undefined)),
  };
}
