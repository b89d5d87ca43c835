import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOfApp } from '../../../testing/authenticator-app.ts';
import { people, testCode, testPassword, type People, type Person } from '../../../testing/people.ts';

let all: People;
let me: Person;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());
beforeEach(async () => {
  me = await all.join('officer', null);
});

const id = () => randomUUID();
const refuses = (promise: Promise<unknown>, refusal: string) => expect(promise).rejects.toMatchObject({ refusal });
const byCode = { kind: 'code', secret: testCode } as const;
/** The next step of 30 seconds. */
const later = (seconds = 30) => (all.clock.now = new Date(all.clock.now.getTime() + seconds * 1000));
const start = async (who = me) => (await who.call.totp.start({ presence: byCode })).letters;
const confirm = (code: string, clientId = id()) => me.call.totp.confirm({ clientId, code });
async function turnOn(): Promise<{ letters: string; recovery: string[] }> {
  const letters = await start();
  const recovery = await confirm(codeOfApp(letters, all.clock.now));
  later();
  return { letters, recovery };
}
const signIn = (password = testPassword) => all.nobody.call.session.signIn({ name: me.userName, password });
const halfToken = async () => (await signIn()).halfToken!;
const second = (token: string, code: string) => all.nobody.call.session.secondFactor({ halfToken: token, code });
const traces = async () =>
  (
    await all.owner`select action from audit_event
    where account_id = ${me.accountId} and action not like 'session.%' order by id`
  ).map(({ action }) => action as string);

it('counts as the standard does (RFC 6238, appendix B)', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(codeOfApp(secret, new Date(59_000))).toBe('287082');
  expect(codeOfApp(secret, new Date(1_111_111_109_000))).toBe('081804');
  expect(codeOfApp(secret, new Date(20_000_000_000_000))).toBe('353130');
});

describe('setting it up', () => {
  it('shows a secret once, to whoever proves to be there, and asks for nothing until it is confirmed', async () => {
    await refuses(me.call.totp.start({ presence: { kind: 'code', secret: '111111' } }), 'wrong-code');
    const shown = await me.call.totp.start({ presence: byCode });
    expect(shown.address).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
    expect(shown.letters.replaceAll(' ', '')).toBe(/secret=([A-Z2-7]+)/.exec(shown.address)?.[1]);
    expect(shown.qr).toMatch(/^<svg /);
    expect((await signIn()).halfToken).toBeNull();
    expect(await me.call.totp.get()).toEqual({ on: false, since: null, recoveryLeft: 0 });

    await refuses(confirm('000000'), 'wrong-totp');
    const codes = await confirm(codeOfApp(shown.letters, all.clock.now));
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(await me.call.totp.get()).toEqual({ on: true, since: expect.any(String), recoveryLeft: 10 });
    expect(await traces()).toEqual(['account.totpOn']);
  });

  it('keeps the secret sealed and of the recovery codes only hashes', async () => {
    const { letters, recovery } = await turnOn();
    const everything = JSON.stringify([
      await all.owner`select encode(secret, 'escape') as secret from platform.totp`,
      await all.owner`select encode(code_hash, 'escape') as hash from platform.recovery_code`,
      await all.owner`select * from write`,
      await all.owner`select * from audit_event`,
    ]);
    for (const secret of [
      letters,
      letters.replaceAll(' ', ''),
      ...recovery,
      ...recovery.map((code) => code.replaceAll('-', '')),
    ])
      expect(everything).not.toContain(secret);
    const [row] = await all.owner`select secret from platform.totp where account_id = ${me.accountId}`;
    const opened = all.services.sealer.open(row!.secret as Uint8Array, me.accountId);
    expect(opened).toHaveLength(20);
    expect(Buffer.from(row!.secret as Uint8Array).includes(opened)).toBe(false);
  });

  it('is for officers', async () => {
    for (const person of [all.chair, all.deputy, all.principal])
      await refuses(person.call.totp.start({ presence: byCode }), 'not-allowed');
    await all.province.call.totp.start({ presence: byCode });
    await refuses(all.nobody.call.totp.start({ presence: byCode }), 'not-signed-in');
  });

  it('begins anew until it is on, and answers the same click alike', async () => {
    await refuses(confirm('123123'), 'totp-not-on');
    const first = await start();
    const second = await start();
    await refuses(confirm(codeOfApp(first, all.clock.now)), 'wrong-totp');
    const click = id();
    const code = codeOfApp(second, all.clock.now);
    const told = await confirm(code, click);
    expect(await confirm(code, click)).toEqual(told);
    await refuses(confirm(codeOfApp(first, all.clock.now), click), 'totp-on-already');
    await refuses(confirm(code), 'totp-on-already');
    await refuses(me.call.totp.start({ presence: byCode }), 'totp-on-already');
    expect(await traces()).toEqual(['account.totpOn']);
  });

  it('is turned off, and its codes renewed, only with proof of presence', async () => {
    const { recovery } = await turnOn();
    const wrong = { kind: 'code', secret: '111111' } as const;
    await refuses(me.call.totp.newCodes({ clientId: id(), presence: wrong }), 'wrong-code');
    await refuses(me.call.totp.turnOff({ clientId: id(), presence: wrong }), 'wrong-code');
    const click = { clientId: id(), presence: byCode };
    const renewed = await me.call.totp.newCodes(click);
    expect(renewed).toHaveLength(10);
    expect(await me.call.totp.newCodes(click)).toEqual(renewed);
    await refuses(me.call.totp.newCodes({ ...click, presence: wrong }), 'wrong-code');
    await refuses(second(await halfToken(), recovery[0]!), 'wrong-totp');
    await second(await halfToken(), renewed[0]!);
    const off = { clientId: id(), presence: byCode };
    await me.call.totp.turnOff(off);
    await me.call.totp.turnOff(off);
    expect((await signIn()).halfToken).toBeNull();
    await refuses(me.call.totp.newCodes({ clientId: id(), presence: byCode }), 'totp-not-on');
    expect(await traces()).toEqual([
      'account.totpOn',
      'account.newRecoveryCodes',
      'account.useRecoveryCode',
      'account.totpOff',
    ]);
  });
});

describe('signing in with it', () => {
  it('asks after a right password only, and gives no session before the code', async () => {
    const { letters } = await turnOn();
    await refuses(signIn('sai'), 'wrong-sign-in');
    const before = all.nobody.cookies.length;
    const token = await halfToken();
    expect(all.nobody.cookies).toHaveLength(before);
    await refuses(all.asToken(token).session.list(), 'session-ended');
    expect(await all.asToken(token).session.me()).toBeNull();

    await second(token, codeOfApp(letters, all.clock.now));
    const session = all.asToken(all.nobody.cookies.at(-1)!.value);
    expect(await session.session.me()).toMatchObject({ userName: me.userName, membership: { role: 'officer' } });
    later();
    await refuses(second(token, codeOfApp(letters, all.clock.now)), 'half-sign-in-over');
  });

  it.each([
    ['written with a space', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`, 0],
    ['from a telephone that is half a minute behind', (code: string) => code, -1],
    ['from a telephone that is half a minute ahead', (code: string) => code, 1],
  ])('takes a code %s', async (_what, typed, steps) => {
    const { letters } = await turnOn();
    later(60);
    await second(await halfToken(), typed(codeOfApp(letters, all.clock.now, steps)));
  });

  it.each([
    ['a minute old', -2],
    ['a minute early', 2],
  ])('takes none %s', async (_what, steps) => {
    const { letters } = await turnOn();
    later(120);
    await refuses(second(await halfToken(), codeOfApp(letters, all.clock.now, steps)), 'wrong-totp');
  });

  it('takes each code once, and none from before a used one, whichever half asks', async () => {
    const letters = await start();
    const confirming = codeOfApp(letters, all.clock.now);
    await confirm(confirming);
    await refuses(second(await halfToken(), confirming), 'totp-used');
    later(60);
    const [one, two] = [await halfToken(), await halfToken()];
    const code = codeOfApp(letters, all.clock.now);
    const both = await Promise.allSettled([second(one, code), second(two, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await refuses(second(await halfToken(), code), 'totp-used');
    await refuses(second(await halfToken(), codeOfApp(letters, all.clock.now, -1)), 'totp-used');
    later();
    await second(await halfToken(), codeOfApp(letters, all.clock.now));
  });

  it('takes each recovery code once, however it is typed, with a trace', async () => {
    const { recovery } = await turnOn();
    await second(await halfToken(), recovery[0]!);
    await refuses(second(await halfToken(), recovery[0]!), 'wrong-totp');
    await second(await halfToken(), ` ${recovery[1]!.toLowerCase().replaceAll('-', ' ')} `);
    expect((await me.call.totp.get()).recoveryLeft).toBe(8);
    expect(await traces()).toEqual(['account.totpOn', 'account.useRecoveryCode', 'account.useRecoveryCode']);
    const other = await all.join('officer', null);
    const theirs = await all.nobody.call.session.signIn({ name: other.userName, password: testPassword });
    expect(theirs.halfToken).toBeNull();
  });

  it('locks after five wrong codes, also for the right one and for whichever half', async () => {
    const { letters, recovery } = await turnOn();
    const token = await halfToken();
    for (let i = 0; i < 4; i++) await refuses(second(token, '000000'), 'wrong-totp');
    await refuses(second(await halfToken(), 'AAAA-AAAA-AAAA-AAAA'), 'code-locked');
    await refuses(second(token, codeOfApp(letters, all.clock.now)), 'code-locked');
    await refuses(second(await halfToken(), recovery[0]!), 'code-locked');
  });

  it('lets no more than five of many at one moment be compared', async () => {
    await turnOn();
    const token = await halfToken();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        second(token, String(100_000 + i)).then(
          () => 'done',
          (error: { refusal?: string }) => error.refusal,
        ),
      ),
    );
    expect(outcomes.filter((one) => one === 'wrong-totp')).toHaveLength(4);
    expect(outcomes.filter((one) => one === 'code-locked')).toHaveLength(16);
  });

  it('is over after five minutes, with a new password, and when the account is closed', async () => {
    const { letters } = await turnOn();
    const now = () => codeOfApp(letters, all.clock.now);
    const late = await halfToken();
    await all.owner`update platform.half_sign_in set expires_at = now() - interval '1 second'`;
    await refuses(second(late, now()), 'half-sign-in-over');

    const old = await halfToken();
    const next = 'một mật khẩu mới';
    await me.call.account.changePassword({
      clientId: id(),
      oldPassword: testPassword,
      password: next,
      passwordAgain: next,
    });
    await refuses(second(old, now()), 'half-sign-in-over');

    const { halfToken: open } = await signIn(next);
    await all.owner`update platform.account set disabled_at = now() where id = ${me.accountId}`;
    await refuses(second(open!, now()), 'half-sign-in-over');
    await refuses(second('bịa', now()), 'half-sign-in-over');
  });

  it('opens nothing for whoever puts the app of another account beside a password', async () => {
    const { letters } = await turnOn();
    const mine = me;
    me = await all.join('officer', null);
    await turnOn();
    await refuses(second(await halfToken(), codeOfApp(letters, all.clock.now)), 'wrong-totp');
    me = mine;
  });
});

it('a used invitation takes it away, with its recovery codes and every session', async () => {
  const { letters, recovery } = await turnOn();
  const session = me.call;
  const half = await halfToken();
  const { cards } = await all.officer.call.invitation.issue({ clientId: id(), membershipIds: [me.membershipId] });
  await refuses(session.session.list(), 'session-ended');
  // The colleague's invitation alone changes nothing yet: an officer does not get in with it unasked.
  expect((await signIn()).halfToken).not.toBeNull();

  const next = 'mật khẩu mới tinh';
  const token = cards[0]!.link.split('/').at(-1)!;
  await all.nobody.call.invitation.accept({
    token,
    userName: me.userName,
    password: next,
    passwordAgain: next,
    code: '905172',
  });
  expect((await signIn(next)).halfToken).toBeNull();
  await refuses(second(half, codeOfApp(letters, all.clock.now)), 'half-sign-in-over');
  const anew = all.asToken(all.nobody.cookies.at(-1)!.value);
  expect(await anew.totp.get()).toEqual({ on: false, since: null, recoveryLeft: 0 });
  const left = await all.owner`select 1 from platform.recovery_code where account_id = ${me.accountId}`;
  expect(left).toHaveLength(0);
  expect(recovery).toHaveLength(10);
});
