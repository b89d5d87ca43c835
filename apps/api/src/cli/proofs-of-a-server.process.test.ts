import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { publishedKeysSchema, signedReceiptSchema } from '@giaouoc/domain/receipt/index';
import { people, testCode, type People, type Person } from '../../testing/people.ts';
import { photo } from '../../testing/photo.ts';
import { conformanceFile, giaouoc } from '../../testing/run-giaouoc.ts';
import { publishSamplePlan } from '../../testing/sample-plan.ts';
import { sessionCookie } from '../features/session/sign-in.ts';
import { tasksOf } from '../jobs/tasks.ts';
import { buildServer } from '../server.ts';
import { openServices } from '../services.ts';

let all: People;
let server: FastifyInstance;
let folder: string;
const id = () => ({ clientId: randomUUID() });
const presence = { kind: 'code' as const, secret: testCode };

/** A year with a receipt of every kind: report, signature of unit and witness, on paper, and the federation's. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-proofs-'));
  all = await people();
  server = await buildServer({ services: all.services, logLevel: 'silent' });
  await publishSamplePlan(all);
  const { chair, otherChair, officer } = all;
  await chair.call.report.submit({
    ...id(),
    period: 'hk1',
    lines: [{ line: '1.1', period: 'hk1', fields: { part: '45', whole: '46' }, seen: 0 }],
    leaveOut: ['1.3', '1.4', '1.5'],
  });
  await officer.call.pledge.offer(id());
  for (const one of [chair, otherChair])
    await one.call.pledge.setTargets({ ...id(), targets: [{ line: '1.2', typed: '5' }] });
  const pledge = (await chair.call.pledge.mine({}))!;
  await chair.call.pledge.sign({ ...id(), version: 1, hash: pledge.hash, presence });
  const { id: evidenceId } = await otherChair.call.evidence.upload(photo('ban-giay'));
  await otherChair.call.pledge.sendPaper({ ...id(), evidenceId, signedOn: '2026-12-20', signedBy: 'Chủ tịch CĐCS' });
  const unitId = otherChair.unitId!;
  const paper = (await officer.call.pledge.of({ unitId }))!;
  await officer.call.pledge.confirmPaper({ ...id(), unitId, hash: paper.hash });
  await officer.call.pledge.countersign({
    ...id(),
    pledges: [pledge, paper].map(({ hash }, at) => ({ unitId: at === 0 ? chair.unitId! : unitId, hash })),
    presence,
  });
});
afterAll(async () => {
  await server.close();
  await all.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
};
const onServer = () => ({ DATABASE_URL: all.appUrl, DATABASE_OWNER_URL: all.ownerUrl, DATA_FOLDER: folder });
const run = (args: string[]) => giaouoc(args, { env: onServer() });
const get = (url: string, person?: Person) =>
  server.inject({ method: 'GET', url, ...(person && { cookies: { [sessionCookie]: person.token } }) });
const seal = () => tasksOf({ ...all.services, ownerUrl: all.ownerUrl })['seal-audit']!({});

describe('R4 receipts', () => {
  /** Every receipt there is, as the product gives it to whoever holds it. */
  async function downloads(): Promise<{ title: string; number: string; text: string }[]> {
    const got: { title: string; number: string; text: string }[] = [];
    for (const person of [all.chair, all.otherChair])
      for (const { title, number } of await person.call.receipt.list({})) {
        const answer = await get(`/files/receipts/${number}.json`, person);
        expect(answer.headers['content-disposition']).toContain(`${number}.json`);
        got.push({ title, number, text: answer.body });
      }
    return got;
  }

  it('of every kind, downloaded, verify with the keys that are published to anyone', async () => {
    const keys = file('keys.json', (await get('/.well-known/giaouoc-keys.json')).body);
    const receipts = await downloads();
    expect(new Set(receipts.map(({ title }) => title))).toEqual(
      new Set(['Báo cáo Học kỳ I', 'Ký giao ước thi đua', 'Công đoàn cấp trên ký giao ước thi đua']),
    );
    expect(receipts).toHaveLength(5);
    for (const { number, text } of receipts) {
      const proof = await giaouoc(['receipt', 'verify', file(`${number}.json`, text), '--key', keys]);
      expect(proof).toMatchObject({ code: 0, stderr: '' });
      expect(proof.stdout).toMatch(/^Biên nhận đúng: sha256:[0-9a-f]{64}, chữ ký của khóa [0-9a-f]{16}, dùng từ /);
    }
    // On the server itself no key need be named.
    expect((await run(['receipt', 'verify', path.join(folder, `${receipts[0]!.number}.json`)])).code).toBe(0);
  });

  it('of a signature are the officer’s to download too; nobody gets another’s', async () => {
    const { chair, otherChair, officer, strangeChair, strangeOfficer } = all;
    const signature = (await chair.call.receipt.list({})).find(({ kind }) => kind === 'signature')!;
    const own = await get(`/files/receipts/${signature.number}.json`, chair);
    const url = `/files/pledges/${chair.unitId}/receipts/${signature.number}.json`;
    expect((await get(url, officer)).json()).toEqual(own.json());
    for (const person of [otherChair, strangeChair])
      expect((await get(`/files/receipts/${signature.number}.json`, person)).statusCode).toBe(404);
    expect((await get(url, strangeOfficer)).statusCode).toBe(404);
    expect((await get(url, chair)).statusCode).toBe(403);
    expect((await get(url)).statusCode).toBe(401);
  });

  it('changed, signed by somebody else, or no receipt at all are told apart', async () => {
    const keys = file('keys.json', (await get('/.well-known/giaouoc-keys.json')).body);
    const [first, second] = (await downloads()).map(({ text }) => signedReceiptSchema.parse(JSON.parse(text)));
    const verify = async (receipt: unknown) => giaouoc(['receipt', 'verify', file('mot.json', receipt), '--key', keys]);
    const content = { ...(first!.content as object), number: 'BC-2026-999999' };
    expect(await verify({ ...first, content })).toMatchObject({ code: 3, stderr: '' });
    expect((await verify({ ...first, content })).stdout).toContain('nội dung đã bị sửa');
    expect((await verify({ ...first, signature: second!.signature })).stdout).toContain(
      'chữ ký không phải của máy chủ',
    );
    expect((await verify({ ...first, signature: ` ${first!.signature}` })).code).toBe(3);
    const broken = await verify({ ...first, hash: 'x', more: 1 });
    expect(broken).toMatchObject({ code: 2, stdout: '' });
    expect(broken.stderr).toContain('  /hash: ');
    expect(broken.stderr).toContain('  /more: ');
    expect((await verify('{')).code).toBe(2);
    expect((await giaouoc(['receipt', 'verify', file('mot.json', first), '--key', file('x.pem', 'x')])).code).toBe(2);
  });

  it('of before verify after the key was changed, each by its own; what is secret opens as before', async () => {
    const before = publishedKeysSchema.parse((await get('/.well-known/giaouoc-keys.json')).json());
    expect(before.keys).toMatchObject([{ until: null }]);
    const old = file('cu.pem', before.keys[0]!.pem);
    const sealed = all.services.sealer.seal(Buffer.from('bí mật'), 'x');
    const rotated = await run(['keys', 'rotate']);
    expect(rotated).toMatchObject({ code: 0, stderr: '' });
    const after = publishedKeysSchema.parse((await get('/.well-known/giaouoc-keys.json')).json());
    expect(after.keys).toHaveLength(2);
    expect(after.keys[1]).toMatchObject({ id: before.keys[0]!.id, until: expect.stringMatching(/^\d{4}-/) as string });
    expect((await run(['keys'])).stdout).toContain(`${after.keys[0]!.id}  từ `);

    const again = await openServices({
      databaseUrl: all.appUrl,
      ownerUrl: all.ownerUrl,
      storage: { folder },
      publicUrl: 'http://localhost:3000',
    });
    try {
      const { signer, sealer, tokenSigner, signInKey } = again.services;
      expect(signer.publicKey).toBe(after.keys[0]!.pem);
      expect(tokenSigner.publicKey).toBe(before.keys[0]!.pem);
      expect(signInKey).toEqual(all.services.signInKey);
      expect(sealer.open(sealed, 'x').toString()).toBe('bí mật');
      const { text } = (await downloads())[0]!;
      const receipt = file('truoc.json', text);
      expect((await run(['receipt', 'verify', receipt])).stdout).toContain(before.keys[0]!.id);
      expect((await giaouoc(['receipt', 'verify', receipt, '--key', old])).code).toBe(0);
      const fresh = file('moi.pem', after.keys[0]!.pem);
      expect((await giaouoc(['receipt', 'verify', receipt, '--key', fresh])).code).toBe(3);
    } finally {
      await again.close();
    }
  });
});

describe('R5 the audit chain', () => {
  it('of the product’s own trace is whole, on the database and exported; what is changed is named', async () => {
    const unsealed = await run(['audit', 'verify', '--json']);
    expect(unsealed.code).toBe(0);
    const { said, unsealed: ids } = JSON.parse(unsealed.stdout) as { said: string[]; unsealed: number[] };
    expect(said).toEqual([]);
    expect(ids.length).toBeGreaterThan(5);
    await seal();
    expect(await run(['audit', 'verify', '--json'])).toMatchObject({
      code: 0,
      stdout: '{"said":[],"unsealed":[]}\n',
      stderr: '',
    });
    const whole = await run(['audit', 'verify']);
    expect(whole.stdout).toMatch(/^Nhật ký nguyên vẹn: /);

    const exported = path.join(folder, 'xuat');
    expect((await run(['audit', 'export', exported])).code).toBe(0);
    expect((await run(['audit', 'export', exported])).code).toBe(2);
    const keys = file('keys.json', (await get('/.well-known/giaouoc-keys.json')).body);
    const from = (...more: string[]) => giaouoc(['audit', 'verify', '--from', exported, ...more]);
    expect(await from('--key', keys, '--json')).toMatchObject({
      code: 0,
      stdout: '{"said":[],"unsealed":[]}\n',
      stderr: '',
    });
    const blind = await from();
    expect(blind.code).toBe(0);
    expect(blind.stderr).toContain('Chữ ký của niêm phong chưa được kiểm');

    const lines = readFileSync(path.join(exported, 'audit.jsonl'), 'utf8').split('\n');
    const third = JSON.parse(lines[2]!) as { id: number; subject: string };
    writeFileSync(
      path.join(exported, 'audit.jsonl'),
      lines.with(2, JSON.stringify({ ...third, subject: `${third.subject}.` })).join('\n'),
    );
    expect(await from('--key', keys, '--json')).toMatchObject({
      code: 3,
      stdout: `{"said":["event ${third.id}: changed"],"unsealed":[]}\n`,
    });
    expect((await from('--key', keys)).stdout).toContain(`sự kiện ${third.id} nội dung đã bị sửa`);
    const otherKey = file(
      'khac.pem',
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    const seals = readFileSync(path.join(exported, 'seals.jsonl'), 'utf8').trimEnd().split('\n');
    expect((await from('--key', otherKey, '--json')).stdout).toContain(
      `"seal ${(JSON.parse(seals[0]!) as { from: number }).from}: not signed"`,
    );

    writeFileSync(path.join(exported, 'audit.jsonl'), lines.with(2, '{"id":0}').with(4, '{').join('\n'));
    const faulty = await from('--faults', 'json');
    expect(faulty.code).toBe(2);
    const pointers = (JSON.parse(faulty.stdout) as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(['/events/2/id', '/events/2/federation', '/events/2/before', '/events/4']),
    );
  });

  it('changed by the owner of the database, is named by the command', async () => {
    const { owner } = all;
    await seal();
    const [event] = await owner<
      { id: number }[]
    >`select id::float8 as id from audit_event order by id limit 1 offset 1`;
    const [{ head } = { head: '' }] = await all.officer.call.audit.heads();
    expect((await run(['audit', 'verify', '--head', head])).code).toBe(0);
    await owner`update audit_event set title = title || ' ' where id = ${event!.id}`;
    expect(await run(['audit', 'verify', '--json'])).toMatchObject({
      code: 3,
      stdout: `{"said":["event ${event!.id}: changed"],"unsealed":[]}\n`,
    });
    await owner`update audit_event set title = rtrim(title) where id = ${event!.id}`;
    expect((await run(['audit', 'verify'])).code).toBe(0);
    await owner`delete from audit_seal where (federation_id, to_id) in (
      select federation_id, max(to_id) from audit_seal group by federation_id)`;
    const cut = await run(['audit', 'verify', '--json', '--head', head]);
    expect(cut.code).toBe(3);
    expect(cut.stdout).toContain(`"head ${head}: not in the chain"`);
    expect((await run(['audit', 'verify', '--head', 'x'])).code).toBe(2);
    expect((await run(['audit', 'verify', '--federation', 'khong-co'])).code).toBe(2);
    await seal();
  });

  it('is told to anyone by its newest heads, and to the officer with the trail', async () => {
    await seal();
    const heads = await all.nobody.call.audit.heads();
    const { sealed, events } = await all.officer.call.audit.list({});
    expect(sealed?.to).toBe(events[0]!.id);
    expect(heads).toContainEqual({
      ...sealed,
      at: expect.any(String) as string,
      federation: expect.any(String) as string,
    });
    // Each officer sees the own federation's; no unit sees any.
    expect((await all.strangeOfficer.call.audit.list({})).sealed).not.toEqual(sealed);
  });
});

describe('proofs of the second implementation', () => {
  const cases = readdirSync(conformanceFile('proofs')).filter((name) => name.startsWith('audit-'));
  test.each(cases)('%s', async (name) => {
    const { events, seals, said, unsealed } = JSON.parse(
      readFileSync(conformanceFile(`proofs/${name}`), 'utf8'),
    ) as Record<string, unknown[]>;
    const at = mkdtempSync(path.join(folder, 'case-'));
    const lines = (list: unknown[]) => list.map((one) => `${JSON.stringify(one)}\n`).join('');
    writeFileSync(path.join(at, 'audit.jsonl'), lines(events!));
    writeFileSync(path.join(at, 'seals.jsonl'), lines(seals!));
    const { code, stdout } = await giaouoc(['audit', 'verify', '--from', at, '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([said!.length > 0 ? 3 : 0, { said, unsealed }]);
  });
});
