import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { issueSetupCode } from '@giaouoc/db/platform';
import { openOwner, type Owner } from '@giaouoc/db/testing/builders';
import { testDatabase, type TestDatabase } from '@giaouoc/db/testing/database';
import { sessionByToken } from '@giaouoc/db/queries/accounts';
import { tokenHash } from '../../security/proofs.ts';
import { openServices } from '../../services.ts';
import type { Context, CookieToSet, Services } from '../../trpc/context.ts';
import { createCaller } from '../../router.ts';

/** A server nobody has set up yet: here without `people`, which would set it up. */
let database: TestDatabase;
let services: Services;
let setupCode: string;
let close: () => Promise<void>;
let owner: Owner;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-evidence-'));
  const opened = await openServices({
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    storage: { folder },
    publicUrl: 'http://localhost:3000',
  });
  services = opened.services;
  setupCode = opened.setupCode!;
  close = opened.close;
  owner = openOwner(database.ownerUrl);
});
afterEach(async () => {
  await close();
  await owner.end({ timeout: 1 });
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser: keeps the cookie it is given. */
function browser() {
  const cookies: CookieToSet[] = [];
  const caller = createCaller((): Context => {
    const token = cookies.at(-1)?.value || undefined;
    return {
      ...services,
      requestId: 'r',
      device: 'Chrome trên Windows',
      token,
      setCookie: (cookie) => void cookies.push(cookie),
      session: () => (token ? sessionByToken(services.db, tokenHash(token)) : Promise.resolve(undefined)),
    };
  });
  return { call: caller, cookies };
}

const input = (code: string, more: object = {}) => ({
  setupCode: code,
  federation: {
    kind: 'công đoàn phường',
    name: 'Công đoàn phường Vân Hải',
    superior: 'Liên đoàn Lao động thành phố',
    symbol: 'CĐP',
    place: 'Vân Hải',
    signsFor: 'TM. BAN THƯỜNG VỤ',
    signsAs: 'CHỦ TỊCH',
  },
  officer: {
    title: 'Phó Chủ tịch',
    userName: 'Pho.ChuTich',
    phone: '0912 345 678',
    password: 'một mật khẩu dài',
    passwordAgain: 'một mật khẩu dài',
    code: '905172',
    ...more,
  },
});
const refuses = (promise: Promise<unknown>, refusal: string) => expect(promise).rejects.toMatchObject({ refusal });

it('makes the first federation and signs its officer in, with the code as people type it', async () => {
  const { call } = browser();
  expect(await call.setup.status()).toEqual({ done: false });
  await call.setup.create(input(` ${setupCode.toLowerCase().replaceAll('-', '')} `));
  expect(await call.session.me()).toMatchObject({
    userName: 'pho.chutich',
    membership: { role: 'officer', federationName: 'Công đoàn phường Vân Hải', title: 'Phó Chủ tịch' },
  });
  expect(await call.federation.get()).toMatchObject({ code: 'cong-doan-phuong-van-hai', demo: false, revision: 1 });
  expect(await call.setup.status()).toEqual({ done: true });
  const [trace] = await owner`select role, title, action from audit_event`;
  expect(trace).toEqual({ role: 'officer', title: 'Phó Chủ tịch', action: 'federation.setUp' });
  await browser().call.session.signIn({ name: '0912345678', password: 'một mật khẩu dài' });
});

it('uses the code once, and lets the same person’s second click in', async () => {
  const [one, two] = [browser(), browser()];
  await Promise.all([one.call.setup.create(input(setupCode)), two.call.setup.create(input(setupCode))]);
  expect(await two.call.session.me()).toMatchObject({ userName: 'pho.chutich' });
  const [count] = await owner`select count(*)::int as n from federation`;
  expect(count!.n).toBe(1);
  await refuses(browser().call.setup.create(input(setupCode, { userName: 'ke-khac' })), 'setup-done');
  await refuses(browser().call.setup.create(input(setupCode, { password: 'mật khẩu khác' })), 'setup-done');
});

it.each([
  [{ code: '111111' }, 'code-too-simple'],
  [{ password: 'ngắn' }, 'password-too-short'],
  [{ passwordAgain: 'khác đi nhiều' }, 'passwords-differ'],
  [{ userName: 'Phó' }, 'user-name-shape'],
  [{ phone: '12' }, 'phone-unreadable'],
])('refuses %j with %s and keeps the code', async (wrong, refusal) => {
  await refuses(browser().call.setup.create(input(setupCode, wrong)), refusal);
  await browser().call.setup.create(input(setupCode));
});

it('refuses a wrong code, and not for ever', async () => {
  for (let i = 0; i < 30; i++) await refuses(browser().call.setup.create(input('AAAA-BBBB-CCCC')), 'setup-code-wrong');
  await refuses(browser().call.setup.create(input(setupCode)), 'rate-limited');
});

it('makes one more federation with a code made for it, beside the first', async () => {
  await browser().call.setup.create(input(setupCode));
  const next = await issueSetupCode(database.ownerUrl);
  await refuses(browser().call.setup.create(input(next)), 'name-or-phone-taken');
  const second = browser();
  await second.call.setup.create(input(next, { userName: 'nguoi-khac', phone: '' }));
  const { code } = await second.call.federation.get();
  expect(code).toMatch(/^cong-doan-phuong-van-hai-[0-9a-f]{6}$/);
});
