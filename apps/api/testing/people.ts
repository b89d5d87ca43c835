import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSession, sessionByToken } from '@giaouoc/db/queries/accounts';
import { mintScope, type Scope } from '@giaouoc/db';
import {
  buildFederation,
  buildPerson,
  openOwner,
  type BuiltFederation,
  type BuiltPerson,
  type Owner,
} from '@giaouoc/db/testing/builders';
import { testDatabase } from '@giaouoc/db/testing/database';
import type { Role } from '@giaouoc/domain/access/index';
import { hashProof, newToken, tokenHash } from '../src/security/proofs.ts';
import { openServices } from '../src/services.ts';
import type { StoragePlace } from '../src/store/storage-place.ts';
import type { Context, CookieToSet, Services } from '../src/trpc/context.ts';
import { createCaller } from '../src/router.ts';
import { inOneYear, type YearCaller } from './in-one-year.ts';

export const testPassword = 'mat-khau-thu-2026';
export const testCode = '271828';

/** Somebody in a chair: calls procedures as they would, and has the scope with which to ask PostgreSQL directly. */
export type Person = BuiltPerson & {
  call: YearCaller;
  /** The router itself: a write names its year or is refused. */
  bare: ReturnType<typeof createCaller>;
  scope: Scope;
  token: string;
  cookies: CookieToSet[];
};

export type People = {
  services: Services;
  owner: Owner;
  /** Direct connection of the owning role, for what opens its own. */
  ownerUrl: string;
  /** The same of the application's role. */
  appUrl: string;
  federation: BuiltFederation;
  otherFederation: BuiltFederation;
  /** Chair, deputy and principal of unit A. */
  chair: Person;
  deputy: Person;
  principal: Person;
  /** Chair of unit B, next door. */
  otherChair: Person;
  officer: Person;
  /** Judges figures, and changes nothing else; reads, and changes nothing. */
  verifier: Person;
  reader: Person;
  /** Officer and chair of another federation. */
  strangeOfficer: Person;
  strangeChair: Person;
  province: Person;
  /** Not signed in. */
  nobody: { call: YearCaller; cookies: CookieToSet[] };
  /** Somebody who is not signed in, at a device with this token of its own. */
  onDevice: (deviceToken?: string) => { call: YearCaller; cookies: CookieToSet[] };
  /** Whoever holds this session's token. */
  asToken: (token: string) => YearCaller;
  /** One more person. */
  join: (role: Role, unitCode: string | null) => Promise<Person>;
  /** What the time is for everyone; set it to move the clock. */
  clock: { now: Date };
  close: () => Promise<void>;
};

/**
 * A database of its own, two federations, and one person for every chair, each with a caller of the real router. Call
 * in `beforeAll`, `close` in `afterAll`.
 *
 * @param options.storage where evidence lies; else in a folder of its own.
 */
export async function people({
  units = ['A', 'B', 'C'],
  storage,
}: { units?: string[]; storage?: StoragePlace } = {}): Promise<People> {
  const database = await testDatabase();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-evidence-'));
  const clock = { now: new Date('2026-12-20T03:00:00Z') };
  const { services, close } = await openServices({
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    storage: storage ?? { folder },
    publicUrl: 'http://localhost:3000',
    now: () => clock.now,
  });
  const owner = openOwner(database.ownerUrl);
  const proofs = { passwordHash: await hashProof(testPassword), codeHash: await hashProof(testCode) };
  const federation = await buildFederation(owner, { units });
  const otherFederation = await buildFederation(owner, { units: ['X', 'Y'] });

  const callerOf = (token: string | undefined, cookies: CookieToSet[], deviceToken?: string) =>
    createCaller(() => {
      let session: ReturnType<Context['session']> | undefined;
      return {
        ...services,
        requestId: randomUUID(),
        device: 'Chrome trên Android',
        token,
        deviceToken,
        setCookie: (cookie: CookieToSet) => void cookies.push(cookie),
        session: () => (session ??= token ? sessionByToken(services.db, tokenHash(token)) : Promise.resolve(undefined)),
      };
    });

  const seat = async (where: BuiltFederation, role: Role, unitCode: string | null): Promise<Person> => {
    const unitId = unitCode === null ? null : where.units[unitCode]!.id;
    const built = await buildPerson(owner, where.id, role, unitId, proofs);
    const token = newToken();
    await createSession(services.db, services.signInKey, {
      tokenHash: tokenHash(token),
      accountId: built.accountId,
      federationId: where.id,
      membershipId: built.membershipId,
      device: 'Chrome trên Android',
      lifetime: '1 day',
      requestId: randomUUID(),
    });
    const cookies: CookieToSet[] = [];
    const scope = mintScope({
      federationId: where.id,
      role,
      unitId,
      accountId: built.accountId,
      membershipId: built.membershipId,
      title: `Người giữ vai ${role}`,
      requestId: randomUUID(),
    });
    const bare = callerOf(token, cookies);
    return { ...built, token, cookies, scope, bare, call: inOneYear(bare, where.yearId) };
  };

  const nobodyCookies: CookieToSet[] = [];
  const [first = 'A', second = 'B'] = units;
  return {
    services,
    owner,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    federation,
    otherFederation,
    chair: await seat(federation, 'chair', first),
    deputy: await seat(federation, 'deputy', first),
    principal: await seat(federation, 'principal', first),
    otherChair: await seat(federation, 'chair', second),
    officer: await seat(federation, 'officer', null),
    verifier: await seat(federation, 'verifier', null),
    reader: await seat(federation, 'reader', null),
    strangeOfficer: await seat(otherFederation, 'officer', null),
    strangeChair: await seat(otherFederation, 'chair', 'X'),
    province: await seat(federation, 'province', null),
    nobody: { call: inOneYear(callerOf(undefined, nobodyCookies), federation.yearId), cookies: nobodyCookies },
    onDevice: (deviceToken) => {
      const cookies: CookieToSet[] = [];
      return { call: inOneYear(callerOf(undefined, cookies, deviceToken), federation.yearId), cookies };
    },
    asToken: (token) => inOneYear(callerOf(token, []), federation.yearId),
    join: (role, unitCode) => seat(federation, role, unitCode),
    clock,
    close: async () => {
      await close();
      await owner.end({ timeout: 1 });
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
