import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Results } from '@giaouoc/domain/scoring/index';
import { giaouoc } from '../../../testing/run-giaouoc.ts';
import { buildServer } from '../../server.ts';
import { acceptAll, reportFor, typed } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';
import { sessionCookie } from '../session/sign-in.ts';

const units = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
let all: People;
let server: FastifyInstance;
let folder: string;
beforeAll(async () => {
  all = await people({ units });
  await publishSamplePlan(all);
  server = await buildServer({ services: all.services, logLevel: 'silent' });
  folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-ranking-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
  await all.close();
});

const kinds = async () => (await all.officer.call.ranking.blockers({})).blockers.map((one) => one.kind);
const make = (despite: string[] = []) => all.officer.call.ranking.makeProvisional({ clientId: randomUUID(), despite });
const fileOf = async (url: string, token = all.officer.token) => {
  const { statusCode, body } = await server.inject({ method: 'GET', url, cookies: { [sessionCookie]: token } });
  return { statusCode, body };
};
/** What the command makes of a year file, in a process of its own. */
const scoredByCommand = async (yearFile: string): Promise<Results> => {
  const file = path.join(folder, `${randomUUID()}.json`);
  writeFileSync(file, yearFile);
  const { code, stdout, stderr } = await giaouoc(['score', file]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Results;
};

describe('before the year is provisional', () => {
  it('there is a board of points so far: screen, PDF and Excel of one number, refused once it has changed (S6)', async () => {
    const { yearId } = all.federation;
    const board = await all.officer.call.ranking.soFar({ yearId });
    expect(board.number).toMatch(/^ĐTT-2026-2027-[0-9a-f]{8}$/);
    expect(board.blocks.flatMap(({ rows }) => rows.map(({ unit }) => unit)).toSorted()).toEqual(units);
    expect(await all.officer.call.ranking.soFar({ yearId })).toEqual(board);
    const at = (digest: string, kind: string) =>
      `/files/so-far/${digest.replace('sha256:', '')}/board.${kind}?year=${yearId}`;
    for (const kind of ['pdf', 'xlsx']) expect((await fileOf(at(board.digest, kind))).statusCode).toBe(200);
    // Another board than the one that was seen is not printed.
    const other = await fileOf(at(`sha256:${'0'.repeat(64)}`, 'pdf'));
    expect([other.statusCode, other.body]).toEqual([412, expect.stringContaining('board-changed')]);
    await expect(all.officer.bare.ranking.soFar({} as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('there is no ranking, and what is still to come stands in the way', async () => {
    const ranking = await all.officer.call.ranking.get({});
    expect(ranking).toMatchObject({ snapshot: null, blocks: [], stale: false });
    await reportFor(all, 'A');
    const { mayMake, blockers } = await all.officer.call.ranking.blockers({});
    expect(mayMake).toBe(false);
    const waiting = blockers.find((one) => one.kind === 'waiting')!;
    expect(waiting).toMatchObject({ blocks: true, count: 3, units: [{ code: 'A', name: 'CĐCS Trường Tiểu học A' }] });
    expect(await kinds()).toContain('not-yet-due');
    await expect(make(['waiting', 'not-yet-due', 'missing', 'unsigned'])).rejects.toMatchObject({
      refusal: 'ranking-blocked',
    });
    const [year] = await all.owner<{ status: string }[]>`select status from year where id = ${all.federation.yearId}`;
    expect(year!.status).toBe('running');
  });

  it('what merely warns has to be named', async () => {
    for (const [index, unit] of units.entries()) {
      if (unit !== 'A') await reportFor(all, unit, { part: String(30 + index * 2), visits: String(index) });
      await acceptAll(all, unit);
    }
    all.clock.now = new Date('2027-06-20T03:00:00Z');
    const { mayMake, blockers } = await all.officer.call.ranking.blockers({});
    expect(blockers.filter((one) => one.blocks)).toEqual([]);
    expect(mayMake).toBe(true);
    expect(blockers.map((one) => one.kind)).toContain('missing');
    await expect(make()).rejects.toMatchObject({
      refusal: 'ranking-blocked',
      detail: { kinds: blockers.map((one) => one.kind) },
    });
  });
});

describe('a provisional ranking', () => {
  it('is one snapshot, whose digest the command reaches from the exported year file (S1, S6)', async () => {
    const clientId = randomUUID();
    const press = { clientId, despite: await kinds() };
    const [made, again] = await Promise.all(
      [press, press].map((input) => all.officer.call.ranking.makeProvisional(input)),
    );
    expect(again).toEqual(made);
    expect(made!.number).toBe('BXH-2026-2027-01');

    const ranking = await all.officer.call.ranking.get({});
    expect(ranking).toMatchObject({ stale: false, snapshot: { id: made!.id, digest: made!.digest }, within: 'block' });
    const exported = await fileOf(`/files/rankings/${made!.id}/year.json`);
    expect(exported.statusCode).toBe(200);
    const command = await scoredByCommand(exported.body);
    expect(command.digest).toBe(made!.digest);
    expect((await scoredByCommand((await fileOf('/files/year.json')).body)).digest).toBe(made!.digest);

    const shown = ranking.blocks.flatMap((block) => block.rows);
    expect(shown.map((row) => row.unit).sort()).toEqual(units);
    for (const unit of command.units) {
      const row = shown.find((one) => one.unit === unit.unit)!;
      const { base, bonus, penalty, total, grade } = unit;
      expect(row).toMatchObject({ base, bonus, penalty, total, grade });
      expect(row.rank?.replace('=', '')).toBe(String(unit.rank));
    }
  });

  it('stays as it was until it is withdrawn with a reason; made again it is the next one', async () => {
    const before = await all.officer.call.ranking.get({});
    const { yearId } = all.federation;
    const enter = () =>
      all.officer.call.assessment.enter({
        clientId: randomUUID(),
        unitId: all.federation.units['A']!.id,
        line: 'P.1',
        period: 'hk2',
        seen: 0,
        fields: typed('P.1', { 'faults.muon': '2' }).fields,
      });
    await expect(enter()).rejects.toMatchObject({ refusal: 'year-not-open' });
    await expect(make(await kinds())).rejects.toMatchObject({ refusal: 'year-step-not-now' });
    expect(await all.officer.call.ranking.get({})).toEqual(before);
    const withdraw = (reason: string) =>
      all.officer.call.ranking.withdrawProvisional({ clientId: randomUUID(), yearId, reason });
    await expect(withdraw('  ')).rejects.toMatchObject({ refusal: 'reason-needed' });
    await withdraw('Nhập thiếu điểm trừ của đơn vị A');
    expect(await all.officer.call.ranking.get({})).toMatchObject({ snapshot: null, year: { status: 'running' } });
    await enter();
    const next = await make(await kinds());
    expect(next.number).toBe('BXH-2026-2027-02');
    expect(next.digest).not.toBe(before.snapshot!.digest);
    const { snapshots } = await all.officer.call.ranking.blockers({});
    expect(snapshots.map((one) => one.number).sort()).toEqual(['BXH-2026-2027-01', 'BXH-2026-2027-02']);
    const row = (await all.officer.call.ranking.get({})).blocks
      .flatMap((one) => one.rows)
      .find((one) => one.unit === 'A');
    expect(row?.penalty).toBe('-1.00');
    expect(row?.why).not.toBe('');
  });

  it('is the officer’s alone', async () => {
    const { snapshot } = await all.officer.call.ranking.get({});
    for (const person of [all.chair, all.deputy, all.principal, all.province]) {
      await expect(person.call.ranking.get({})).rejects.toMatchObject({ refusal: 'not-allowed' });
      await expect(person.call.ranking.blockers({})).rejects.toMatchObject({ refusal: 'not-allowed' });
      const press = person.call.ranking.makeProvisional({ clientId: randomUUID() });
      await expect(press).rejects.toMatchObject({ refusal: 'not-allowed' });
      expect((await fileOf(`/files/rankings/${snapshot!.id}/ranking.pdf`, person.token)).statusCode).toBe(403);
    }
    const { yearId } = all.federation;
    await expect(all.strangeOfficer.call.ranking.get({ yearId })).rejects.toMatchObject({ refusal: 'not-found' });
    const foreign = await fileOf(`/files/rankings/${snapshot!.id}/year.json?year=${yearId}`, all.strangeOfficer.token);
    expect(foreign.statusCode).toBe(404);
  });
});
