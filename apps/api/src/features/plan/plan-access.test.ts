import { randomUUID } from 'node:crypto';
import { inReport, inScope } from '@giaouoc/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRoutes } from '../../files/index.ts';
import type { FileAnswer } from '../../files/file-routes.ts';
import { people, type People, type Person } from '../../../testing/people.ts';
import { document, plan } from '../../../testing/plan-of-ten-points.ts';
import type { Member } from '../../trpc/procedures.ts';

let all: People;
let yearId: string;
const id = () => randomUUID();
const refusal = (code: string) => expect.objectContaining({ refusal: code }) as Error;
const current = async () => all.officer.call.plan.get({ yearId });
const revisionNow = async () => (await current()).draft?.revision ?? 0;

/** Version 1 and 2 are published; the draft goes on. */
beforeAll(async () => {
  all = await people();
  ({ yearId } = all.federation);
  const other = {
    ...plan,
    groups: plan.groups.map((group) => ({
      ...group,
      lines: (group.lines ?? []).map((line) => ({ ...line, max: { '1.1': '7', '1.2': '3' }[line.code] ?? line.max })),
    })),
  };
  for (const scoring of [plan, other]) {
    const text = JSON.stringify({ ...document, scoring });
    await all.officer.call.plan.upload({ clientId: id(), yearId, revision: await revisionNow(), text });
    await all.officer.call.plan.publish({ clientId: id(), yearId, revision: await revisionNow() });
  }
});
afterAll(() => all.close());

describe('who may', () => {
  const chairs = ['chair', 'deputy', 'principal', 'otherChair', 'province'] as const;

  it.each(chairs)('%s neither reads nor writes the draft', async (seat) => {
    const { call } = all[seat];
    const revision = await revisionNow();
    const asks = [
      () => call.plan.get({ yearId }),
      () => call.plan.version({ yearId, version: 1 }),
      () => call.plan.start({ clientId: id(), yearId, revision, source: { kind: 'empty' } }),
      () => call.plan.saveDraft({ clientId: id(), yearId, revision, document }),
      () => call.plan.upload({ clientId: id(), yearId, revision, text: '{}' }),
      () => call.plan.publish({ clientId: id(), yearId, revision }),
    ];
    for (const ask of asks) await expect(ask()).rejects.toEqual(refusal('not-allowed'));
    const rows = await inScope(all.services.db, all[seat].scope, (tx) => tx.execute('select 1 from plan_draft'));
    expect([...rows]).toEqual([]);
  });

  it('nobody is asked to sign in', async () => {
    await expect(all.nobody.call.plan.get({ yearId })).rejects.toEqual(refusal('not-signed-in'));
    await expect(all.nobody.call.plan.follow({ yearId })).rejects.toEqual(refusal('not-signed-in'));
  });

  it('an officer of another federation finds nothing', async () => {
    const { call } = all.strangeOfficer;
    const asks = [
      () => call.plan.get({ yearId }),
      () => call.plan.version({ yearId, version: 1 }),
      () => call.plan.follow({ yearId, block: 'th' }),
      () => call.plan.start({ clientId: id(), yearId, revision: 0, source: { kind: 'empty' } }),
      () => call.plan.saveDraft({ clientId: id(), yearId, revision: 1, document }),
      () => call.plan.upload({ clientId: id(), yearId, revision: 0, text: '{}' }),
      () => call.plan.publish({ clientId: id(), yearId, revision: 1 }),
      () =>
        call.plan.start({
          clientId: id(),
          yearId: all.otherFederation.yearId,
          revision: 0,
          source: { kind: 'version', yearId, version: 1 },
        }),
    ];
    for (const ask of asks) await expect(ask()).rejects.toEqual(refusal('not-found'));
  });

  it('a unit’s people follow the version in force, with their own block’s lines in words', async () => {
    for (const seat of ['chair', 'deputy', 'principal'] as const) {
      const seen = await all[seat].call.plan.follow({ yearId, block: 'mn' });
      expect(seen).toMatchObject({ version: 2, block: 'th', base: '10' });
      const lines = seen?.groups.flatMap((group) => group.lines) ?? [];
      expect(lines.map(({ code, max }) => [code, max])).toEqual([
        ['1.1', '7'],
        ['1.2', '3'],
      ]);
      expect(lines[0]?.words).toContain('95');
      expect(lines[0]?.due).toEqual([{ title: 'Cả năm', due: '2027-08-31T17:00' }]);
    }
    await expect(all.strangeChair.call.plan.follow({ yearId })).rejects.toEqual(refusal('not-found'));
    const preview = await all.officer.call.plan.follow({ yearId, block: 'mn' });
    expect(preview?.groups.flatMap(({ lines }) => lines).map(({ code }) => code)).toContain('T.1');
    await expect(all.officer.call.plan.follow({ yearId, block: 'thcs' })).rejects.toEqual(refusal('not-found'));
  });
});

describe('the file to take away', () => {
  const member = (who: Person): Member => ({
    ...all.services,
    requestId: 'r',
    device: 'd',
    token: who.token,
    setCookie: () => {},
    session: () => Promise.resolve(undefined),
    scope: who.scope,
    inScope: (work) => inScope(all.services.db, who.scope, work),
    inReport: (work) => inReport(all.services.db, who.scope, work),
  });
  const route = fileRoutes.find(({ url }) => url.startsWith('/plan/'))!;
  const take = (who: Person, version: string): Promise<FileAnswer> =>
    route.answer(member(who), { yearId, version }, {});
  const text = ({ body }: FileAnswer) => new TextDecoder().decode(body as Uint8Array);

  it('holds a version, or the draft, as it can be uploaded again', async () => {
    const first = await take(all.officer, '1');
    expect(first).toMatchObject({
      mediaType: 'application/json; charset=utf-8',
      name: 'Kế hoạch 2026-2027, bản 1.json',
    });
    expect(JSON.parse(text(first))).toEqual(document);
    expect(JSON.parse(text(await take(all.officer, 'draft')))).toEqual((await current()).draft?.document);
    expect(route.access).toBe('plan.read');
  });

  it.each(['0', '99', 'x', "1' or 1=1", '../1'])('does not exist for version %s', async (version) => {
    await expect(take(all.officer, version)).rejects.toEqual(refusal('not-found'));
  });

  it('does not exist for an officer of another federation', async () => {
    await expect(take(all.strangeOfficer, '1')).rejects.toEqual(refusal('not-found'));
  });
});
