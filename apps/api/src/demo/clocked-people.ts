import { randomUUID } from 'node:crypto';
import { sessionByToken } from '@giaouoc/db/queries/accounts';
import { sessionCookie } from '../features/session/sign-in.ts';
import { tokenHash } from '../security/proofs.ts';
import type { Context, CookieToSet, Services } from '../trpc/context.ts';
import { createCaller } from '../router.ts';

/** Somebody at a device: calls the API as they would, at the time the demonstration has come to. */
export type Actor = { call: ReturnType<typeof createCaller> };

/** The clock of a demonstration while its year is played. */
export type Clock = { now: Date };

/** Moves the clock to a minute of Việt Nam's time, `2023-10-03T08:30`. */
export function setClock(clock: Clock, localMinute: string): void {
  clock.now = new Date(`${localMinute}:00+07:00`);
}

/** Somebody who is not signed in yet; signing in or accepting an invitation signs this device in. */
export function newDevice(services: Services, clock: Clock): Actor {
  let token: string | undefined;
  let session: ReturnType<Context['session']> | undefined;
  const setCookie = ({ name, value }: CookieToSet) => {
    if (name !== sessionCookie) return;
    token = value || undefined;
    session = undefined;
  };
  const call = createCaller(() => ({
    ...services,
    now: () => clock.now,
    demoDays: new Map(),
    requestId: randomUUID(),
    device: 'Dữ liệu mẫu',
    token,
    setCookie,
    session: () => (session ??= token ? sessionByToken(services.db, tokenHash(token)) : Promise.resolve(undefined)),
  }));
  return { call };
}

/** A fresh id for a write. */
export const writeId = (): string => randomUUID();
