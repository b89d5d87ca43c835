import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { isUnitRole, may, roles, type Action } from '@giaouoc/domain/access/index';
import { sessionCookie } from '../src/features/session/sign-in.ts';
import { fileRoutes } from '../src/files/index.ts';
import { buildServer } from '../src/server.ts';
import type { Access } from '../src/trpc/procedures.ts';
import { appRouter } from '../src/router.ts';
import { fileMatrix, procedureMatrix, type Chair, type Rule } from './matrix.ts';
import { people, type People, type Person } from './people.ts';

const chairs = roles satisfies readonly Chair[];
const whatToDo = 'Add a row to apps/api/testing/matrix.ts: decide by hand who may call it and whose rows they get at.';

type Definition = { meta?: { access?: Access }; output?: unknown };
const procedures = new Map(
  Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>).map(([path, one]) => [
    path,
    one._def,
  ]),
);

/** Who may by the table. */
const allows = ({ who }: Rule, chair: Chair) => who === 'anyone' || who === 'signed-in' || who.includes(chair);
/** Who may by the metadata that the checks themselves are made of. */
const admits = (access: Access, chair: Chair) =>
  access === 'anyone' || access === 'signed-in' || may(chair, access satisfies Action);

let all: People;
let server: FastifyInstance;
beforeAll(async () => {
  all = await people();
  server = await buildServer({ services: all.services, logLevel: 'silent' });
});
afterAll(async () => {
  await server.close();
  await all.close();
});

describe('the table is complete', () => {
  it('has every procedure, and no other', () => {
    expect(
      [...procedures.keys()].filter((path) => !procedureMatrix[path]),
      whatToDo,
    ).toEqual([]);
    expect(
      Object.keys(procedureMatrix).filter((path) => !procedures.has(path)),
      'No such procedure any more.',
    ).toEqual([]);
  });

  it('has every file, and no other', () => {
    const urls = fileRoutes.map((route) => route.url as string);
    expect(
      urls.filter((url) => !fileMatrix[url]),
      whatToDo,
    ).toEqual([]);
    expect(
      Object.keys(fileMatrix).filter((url) => !urls.includes(url)),
      'No such file any more.',
    ).toEqual([]);
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('finds an output schema on every procedure (A5)', () => {
    expect([...procedures].filter(([, { output }]) => !output).map(([path]) => path)).toEqual([]);
  });
});

describe('the routers admit whom the table names', () => {
  it.each([...procedures])('%s', (path, { meta }) => {
    const rule = procedureMatrix[path];
    if (!rule || !meta?.access) throw new Error(whatToDo);
    expect(meta.access === 'anyone', 'without signing in').toBe(rule.who === 'anyone');
    for (const chair of chairs) expect(admits(meta.access, chair), chair).toBe(allows(rule, chair));
  });

  it.each(fileRoutes.map((route) => [route.url as string, route.access] as const))('/files%s', (url, access) => {
    const rule = fileMatrix[url];
    if (!rule) throw new Error(whatToDo);
    for (const chair of chairs) expect(may(chair, access), chair).toBe(allows(rule, chair));
  });
});

/** What a call without a sensible input comes to: let through to the input, or turned away before. */
async function turnedAway(call: () => Promise<unknown>): Promise<string | null> {
  try {
    await call();
    return null;
  } catch (error) {
    const refusal = (error as { refusal?: string }).refusal;
    return refusal === 'not-allowed' || refusal === 'not-signed-in' || refusal === 'session-ended' ? refusal : null;
  }
}

const callAt = (caller: unknown, path: string) => (input: unknown) => {
  const procedure = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  return (procedure as (input: unknown) => Promise<unknown>)(input);
};

describe('each procedure, called from each chair', () => {
  // Whoever signs out has no session for the next call.
  const paths = [...procedures.keys()].sort(
    (a, b) => Number(a === 'session.signOut') - Number(b === 'session.signOut'),
  );

  it.each(paths)('%s', async (path) => {
    const rule = procedureMatrix[path];
    if (!rule) throw new Error(whatToDo);
    // Who acts for any unit has to name one; nothing else is filled in, so nothing is written.
    const input = rule.whose === 'federation' ? { unitId: all.federation.units.A!.id } : {};
    // Someone else each time, so that nothing one call leaves behind (a limit, an ended session) reaches the next.
    for (const chair of chairs) {
      const person = await seatOf(chair);
      const outcome = await turnedAway(() => callAt(person.call, path)(input));
      expect(outcome, chair).toBe(allows(rule, chair) ? null : 'not-allowed');
    }
    const stranger = await turnedAway(() => callAt(all.nobody.call, path)(input));
    expect(stranger, 'nobody').toBe(rule.who === 'anyone' ? null : 'not-signed-in');
  });

  const seatOf = (chair: Chair): Promise<Person> => all.join(chair, isUnitRole(chair) ? 'A' : null);
});

describe('each file, asked for from each chair', () => {
  it.each(fileRoutes.map((route) => route.url as string))('/files%s', async (url) => {
    const rule = fileMatrix[url];
    if (!rule) throw new Error(whatToDo);
    const address = `/files${url.replace(/:[a-zA-Z]+/g, () => randomUUID())}`;
    const ask = async (token: string | null) => {
      const cookies = token === null ? {} : { [sessionCookie]: token };
      const { statusCode } = await server.inject({ method: 'GET', url: address, cookies });
      return statusCode;
    };
    for (const chair of chairs) {
      const status = await ask(all[chair].token);
      if (allows(rule, chair)) expect([401, 403], chair).not.toContain(status);
      else expect(status, chair).toBe(403);
      // Nothing there, or nothing to make it from yet: never a fault of the program.
      expect(status, chair).toBeLessThan(500);
    }
    expect(await ask(null), 'nobody').toBe(401);
  });
});

describe('another federation', () => {
  const none = () => ({ clientId: randomUUID(), revision: 1 });

  /**
   * Ids of the other federation's rows in every procedure that takes one: the row exists, and is not there for us. What
   * is not named here takes no id of a tenant's row.
   */
  const asked = (there: { yearId: string; unitId: string; membershipId: string }): Record<string, unknown> => {
    const { yearId, unitId, membershipId } = there;
    const place = { blockCode: 'th', clusterCode: null, activeSince: null, previousTotal: null };
    const unit = { code: 'Q', name: 'Tên khác', kind: 'school', foundedOn: null };
    const span = { title: 'Năm khác', from: '2026-09-01', to: '2027-08-31' };
    return {
      'invitation.issue': { clientId: randomUUID(), membershipIds: [membershipId] },
      'invitation.print': { clientId: randomUUID(), membershipIds: [membershipId] },
      'people.add': { ...none(), unitId, role: 'chair', title: 'Ai đó' },
      'people.change': { ...none(), membershipId, title: 'Ai đó' },
      'people.end': { ...none(), membershipId },
      'plan.follow': { yearId },
      'plan.get': { yearId },
      'plan.version': { yearId, version: 1 },
      'plan.start': { ...none(), yearId, revision: 0, source: { kind: 'empty' } },
      'plan.publish': { ...none(), yearId },
      'unit.list': { yearId },
      'unit.get': { unitId },
      'unit.add': { ...none(), yearId, ...unit, ...place },
      'unit.change': { ...none(), unitId, ...unit },
      'unit.place': { ...none(), yearId, unitId, ...place },
      'unit.leaveOut': { ...none(), yearId, unitId, reason: 'Sáp nhập' },
      'unit.takeBack': { ...none(), yearId, unitId },
      'unit.archive': { ...none(), unitId },
      'year.get': { yearId },
      'year.change': { ...none(), yearId, ...span },
      'year.create': { ...none(), code: 'x', ...span, blocks: [], clusters: [], copyFrom: yearId },
      'year.addBlock': { ...none(), yearId, name: 'Khối lạ' },
      'year.renameBlock': { ...none(), yearId, code: 'th', name: 'Khối lạ' },
      'year.removeBlock': { ...none(), yearId, code: 'th' },
      'year.addCluster': { ...none(), yearId, name: 'Cụm lạ' },
      'year.renameCluster': { ...none(), yearId, code: 'cum-1', name: 'Cụm lạ' },
      'year.removeCluster': { ...none(), yearId, code: 'cum-1' },
    };
  };

  it('is not there for its officer, and stays as it was', async () => {
    const { otherFederation: other, strangeChair } = all;
    const there = { yearId: other.yearId, unitId: other.units.X!.id, membershipId: strangeChair.membershipId };
    const before = await picture(other.id);
    for (const [path, input] of Object.entries(asked(there)))
      await expect(callAt(all.officer.call, path)(input), path).rejects.toMatchObject({ refusal: 'not-found' });
    expect(await picture(other.id)).toEqual(before);
    // The rows exist: their own officer reads them.
    expect(await all.strangeOfficer.call.unit.get({ unitId: there.unitId })).toMatchObject({ id: there.unitId });
    expect(await all.strangeOfficer.call.year.get({ yearId: there.yearId })).toMatchObject({ id: there.yearId });
  });

  /** Everything of a federation that setting up touches, seen by the owner. */
  const picture = (federationId: string) =>
    Promise.all([
      all.owner`select * from unit where federation_id = ${federationId} order by id`,
      all.owner`select * from membership where federation_id = ${federationId} order by id`,
      all.owner`select * from year where federation_id = ${federationId} order by id`,
      all.owner`select * from block where federation_id = ${federationId} order by code`,
      all.owner`select * from cluster where federation_id = ${federationId} order by code`,
      all.owner`select * from year_unit where federation_id = ${federationId} order by unit_id`,
      all.owner`select * from invitation where federation_id = ${federationId} order by id`,
    ]);
});
