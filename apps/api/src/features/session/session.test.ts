import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, testCode, testPassword, type People } from '../../../testing/people.ts';
import { accountName } from '../../security/account-name.ts';

let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());

describe('signing in', () => {
  it('opens a session in the account’s membership, with a cookie', async () => {
    await all.nobody.call.session.signIn({ name: all.chair.userName.toUpperCase(), password: testPassword });
    expect(all.nobody.cookies.at(-1)).toMatchObject({ name: 'giaouoc_session', maxAge: 2_592_000 });
  });

  it('takes a name with the signs that copying brings, and a password only as it is', async () => {
    const { userName } = all.chair;
    for (const name of [`\u200b${userName}`, `${userName}\u00a0`, `\u2068${userName}\u2069`, `\ufeff${userName}\u200e`])
      await all.nobody.call.session.signIn({ name, password: testPassword });
    const spaced = all.nobody.call.session.signIn({ name: userName, password: `${testPassword}\u200b` });
    await expect(spaced).rejects.toMatchObject({ refusal: 'wrong-sign-in' });
  });

  it('says the same for a wrong password and for nobody', async () => {
    const wrong = all.nobody.call.session.signIn({ name: all.chair.userName, password: 'sai' });
    await expect(wrong).rejects.toMatchObject({ refusal: 'wrong-sign-in' });
    const nobody = all.nobody.call.session.signIn({ name: 'khong-co-ai', password: testCode });
    await expect(nobody).rejects.toMatchObject({ refusal: 'wrong-sign-in' });
  });

  it('locks a name after ten failures, for that name only', async () => {
    for (let i = 0; i < 10; i++)
      await all.nobody.call.session.signIn({ name: all.deputy.userName, password: 'sai' }).catch(() => {});
    const locked = all.nobody.call.session.signIn({ name: all.deputy.userName, password: testPassword });
    await expect(locked).rejects.toMatchObject({ refusal: 'rate-limited' });
    await all.nobody.call.session.signIn({ name: all.principal.userName, password: testPassword });
  });
});

describe('a device that has signed in before', () => {
  const at = (device: ReturnType<People['onDevice']>, password = testPassword, who = all.otherChair) =>
    device.call.session.signIn({ name: who.userName, password });
  const signedIn = async (who = all.otherChair) => {
    const device = all.onDevice();
    await at(device, testPassword, who);
    return device.cookies.find(({ name }) => name === 'giaouoc_device')!.value;
  };
  const strangersTry = async (who = all.otherChair) => {
    for (let i = 0; i < 10; i++) await at(all.onDevice(), 'sai', who).catch(() => {});
    await expect(at(all.onDevice(), testPassword, who)).rejects.toMatchObject({ refusal: 'rate-limited' });
  };

  it('is not locked out by wrong passwords from elsewhere, and has a count of its own', async () => {
    const mine = await signedIn();
    await strangersTry();
    await at(all.onDevice(mine));
    for (let i = 0; i < 10; i++)
      await expect(at(all.onDevice(mine), 'sai')).rejects.toMatchObject({ refusal: 'wrong-sign-in' });
    await expect(at(all.onDevice(mine))).rejects.toMatchObject({ refusal: 'rate-limited' });
  });

  it('is known for the accounts that signed in on it, and for no other', async () => {
    const guest = await all.join('chair', 'C');
    const mine = await signedIn(guest);
    const other = await all.join('deputy', 'C');
    await strangersTry(other);
    for (const device of [mine, 'x'.repeat(43)])
      await expect(at(all.onDevice(device), testPassword, other)).rejects.toMatchObject({ refusal: 'rate-limited' });
    const [kept] = await all.owner`select encode(device_hash, 'base64') as hash from platform.known_device
      where account_id = ${guest.accountId}`;
    expect(kept!.hash).not.toContain(mine);
  });

  it('stays the same device for whoever signs in on it next, and says nothing of an account', async () => {
    const mine = await signedIn(await all.join('chair', 'B'));
    const device = all.onDevice(mine);
    await at(device, testPassword, await all.join('principal', 'C'));
    expect(device.cookies.find(({ name }) => name === 'giaouoc_device')).toMatchObject({ value: mine });
    const wrong = all.onDevice(mine);
    for (const name of ['khong-co-ai', all.strangeChair.userName])
      await expect(wrong.call.session.signIn({ name, password: 'sai' })).rejects.toMatchObject({
        refusal: 'wrong-sign-in',
      });
    expect(wrong.cookies).toEqual([]);
  });
});

it('invented names share a bounded number of counters', async () => {
  for (const name of ['mot-nguoi', 'nguoi-khac', '0912345678'])
    await all.nobody.call.session.signIn({ name, password: 'sai' }).catch(() => {});
  const keys = await all.owner<{ key: string }[]>`select key from platform.attempt where key like 'sign-in:%'`;
  for (const { key } of keys) expect(Number(key.split(':')[1])).toBeLessThan(2 ** 18);
});

it('leaves trace of signing in and out, of sessions ended, and of a lock, with nothing personal', async () => {
  const guest = await all.join('chair', 'B');
  const { call, cookies } = all.onDevice();
  const signIn = (password: string) => call.session.signIn({ name: guest.userName, password });
  await signIn(testPassword);
  await all.asToken(cookies.at(-1)!.value).session.signOut();
  await signIn(testPassword);
  await all.asToken(cookies.at(-1)!.value).session.revokeOthers();
  for (let i = 0; i < 10; i++) await signIn('sai').catch(() => {});
  const traces = await all.owner<{ action: string; subject: string; unit: string }[]>`
    select action, subject, unit_id as unit from audit_event where account_id = ${guest.accountId} order by id`;
  expect(traces.map(({ action }) => action)).toEqual([
    'session.signIn',
    'session.signIn',
    'session.signOut',
    'session.signIn',
    'session.end',
    'session.locked',
  ]);
  expect(new Set(traces.map(({ unit }) => unit))).toEqual(new Set([guest.unitId]));
  expect(JSON.stringify(traces)).not.toContain(guest.userName);
});

describe('many attempts at one moment', () => {
  const all30 = Array.from({ length: 30 }, (_, i) => i);
  const refusals = (calls: Promise<unknown>[]) =>
    Promise.all(
      calls.map((call) =>
        call.then(
          () => 'done',
          (error: { refusal?: string }) => error.refusal ?? 'fault',
        ),
      ),
    );
  const count = (list: string[], what: string) => list.filter((one) => one === what).length;

  it('compare no more passwords than one after the other would', async () => {
    const guest = await all.join('deputy', 'B');
    const outcomes = await refusals(
      all30.map((i) => all.nobody.call.session.signIn({ name: guest.userName, password: `sai-${i}` })),
    );
    expect([count(outcomes, 'wrong-sign-in'), count(outcomes, 'rate-limited')]).toEqual([10, 20]);
  });

  it('compare no more codes either, and leave the right one locked', async () => {
    const guest = await all.join('deputy', 'B');
    const change = (secret: string) =>
      guest.call.account.changeCode({ clientId: randomUUID(), proof: { kind: 'code', secret }, code: '918273' });
    const outcomes = await refusals(all30.map((i) => change(String(500_000 + i))));
    expect([count(outcomes, 'wrong-code'), count(outcomes, 'code-locked')]).toEqual([4, 26]);
    await expect(change(testCode)).rejects.toMatchObject({ refusal: 'code-locked' });
  });

  it('forget what failed once the secret was right', async () => {
    const guest = await all.join('deputy', 'B');
    for (let round = 0; round < 3; round++) {
      const wrong = Array.from({ length: 8 }, () =>
        all.nobody.call.session.signIn({ name: guest.userName, password: 'sai' }),
      );
      expect(count(await refusals(wrong), 'wrong-sign-in')).toBe(8);
      await all.nobody.call.session.signIn({ name: guest.userName, password: testPassword });
    }
  });
});

describe('being signed in', () => {
  it('says who, as what, and what the menus may show', async () => {
    const me = await all.chair.call.session.me();
    expect(me).toMatchObject({ userName: all.chair.userName, membership: { role: 'chair', unitId: all.chair.unitId } });
    expect(me?.permissions).toContain('report.submit');
    expect(me?.permissions).not.toContain('assessment.write');
    expect(await all.nobody.call.session.me()).toBeNull();
  });

  it('ends with signing out', async () => {
    const guest = await all.join('deputy', 'B');
    await guest.call.session.signOut();
    expect(await guest.call.session.me()).toBeNull();
    await expect(guest.call.session.list()).rejects.toMatchObject({ refusal: 'session-ended' });
  });

  it('does not end somebody else’s session', async () => {
    const [theirs] = await all.chair.call.session.list();
    const attempt = all.otherChair.call.session.revoke({ sessionId: theirs!.id });
    await expect(attempt).rejects.toMatchObject({ refusal: 'not-found' });
  });
});

it.each([
  ['0912 345 678', '+84912345678'],
  ['+84 912.345.678', '+84912345678'],
  [' Chu-Tich.MN ', 'chu-tich.mn'],
  ['12345', '12345'],
])('%s is looked up as %s', (typed, name) => {
  expect(accountName(typed)).toBe(name);
});
