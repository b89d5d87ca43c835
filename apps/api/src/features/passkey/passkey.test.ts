import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people, testCode, testPassword, type People, type Person } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';
import { softwareAuthenticator, type Authenticator } from '../../../testing/software-authenticator.ts';

let all: People;
let me: Person;
let device: Authenticator;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
});
afterAll(() => all.close());

const refuses = (promise: Promise<unknown>, refusal: string) => expect(promise).rejects.toMatchObject({ refusal });
const byCode = { kind: 'code', secret: testCode } as const;
const id = () => randomUUID();
const traces = async (of: Person) =>
  (
    await all.owner`select action, after from audit_event where account_id = ${of.accountId} and action not like 'session.%' order by id`
  ).map(({ action, after }) => [action, after] as const);

/** Registers a device for somebody. */
async function give(who: Person, name = 'Điện thoại của tôi'): Promise<Authenticator> {
  const made = softwareAuthenticator();
  const answer = made.register(await who.call.passkey.startAdding({ presence: byCode }));
  await who.call.passkey.add({ clientId: id(), name, answer });
  return made;
}
const signInWith = async (answer: ReturnType<Authenticator['answer']>) => {
  await all.nobody.call.passkey.signIn({ answer });
  return all.asToken(all.nobody.cookies.at(-1)!.value);
};

beforeEach(async () => {
  me = await all.join('chair', 'B');
  device = await give(me);
});

describe('a new passkey', () => {
  it('is listed by its name, with a trace, and its secret half nowhere', async () => {
    const { origin, passkeys } = await me.call.passkey.list();
    expect(origin).toBe('http://localhost:3000');
    expect(passkeys).toEqual([
      {
        id: expect.any(String),
        name: 'Điện thoại của tôi',
        synced: false,
        createdAt: expect.any(String),
        usedAt: null,
      },
    ]);
    expect(await traces(me)).toEqual([['account.addPasskey', { name: 'Điện thoại của tôi' }]]);
    expect((await all.otherChair.call.passkey.list()).passkeys).toEqual([]);
  });

  it('asks for a device that unlocks and remembers, and for none that is known', async () => {
    const options = await me.call.passkey.startAdding({ presence: byCode });
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Giao Ước' },
      attestation: 'none',
      pubKeyCredParams: [{ alg: -7 }, { alg: -257 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(options.excludeCredentials).toHaveLength(1);
  });

  it('comes only to whoever proves to be there', async () => {
    await refuses(me.call.passkey.startAdding({ presence: { kind: 'code', secret: '111111' } }), 'wrong-code');
    await me.call.passkey.startAdding({ presence: { kind: 'password', secret: testPassword } });
  });

  it('may be proven by an older passkey, asked for just this', async () => {
    const ask = (action: 'account.addPasskey' | 'account.changeCode') => me.call.passkey.ask({ action, about: [] });
    const other = { kind: 'passkey', answer: device.answer(await ask('account.changeCode')) } as const;
    await refuses(me.call.passkey.startAdding({ presence: other }), 'passkey-stale');
    const right = { kind: 'passkey', answer: device.answer(await ask('account.addPasskey')) } as const;
    await me.call.passkey.startAdding({ presence: right });
  });

  it.each([
    ['another address', { origin: 'https://giaouoc.example.com' }, 'passkey-refused'],
    ['another site', { rpId: 'giaouoc.example.com' }, 'passkey-refused'],
    ['a challenge nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 'passkey-stale'],
    ['an answer to something else', { type: 'webauthn.get' }, 'passkey-refused'],
    ['a device nobody unlocked', { notVerified: true }, 'passkey-refused'],
  ])('is not taken from %s', async (_what, lies, refusal) => {
    const answer = softwareAuthenticator().register(await me.call.passkey.startAdding({ presence: byCode }), lies);
    await refuses(me.call.passkey.add({ clientId: id(), name: 'Giả', answer }), refusal);
    expect((await me.call.passkey.list()).passkeys).toHaveLength(1);
  });

  it('answers one question, once, in the session that was asked, for one person', async () => {
    const answer = softwareAuthenticator().register(await me.call.passkey.startAdding({ presence: byCode }));
    const input = { clientId: id(), name: 'Máy tính', answer };
    await refuses(all.otherChair.call.passkey.add(input), 'passkey-stale');
    // Whoever tried it used it up.
    await refuses(me.call.passkey.add(input), 'passkey-stale');

    const second = softwareAuthenticator().register(await me.call.passkey.startAdding({ presence: byCode }));
    const click = { clientId: id(), name: 'Máy tính', answer: second };
    await me.call.passkey.add(click);
    await me.call.passkey.add(click);
    await refuses(me.call.passkey.add({ ...click, clientId: id() }), 'passkey-stale');
    expect((await me.call.passkey.list()).passkeys.map(({ name }) => name)).toEqual(['Điện thoại của tôi', 'Máy tính']);
  });

  it('is one of ten at most, and belongs to one account', async () => {
    const options = await me.call.passkey.startAdding({ presence: byCode });
    const twice = softwareAuthenticator().register(options);
    await me.call.passkey.add({ clientId: id(), name: 'Hai lần', answer: twice });
    const stranger = await all.join('deputy', 'A');
    const theirs = await stranger.call.passkey.startAdding({ presence: byCode });
    const stolen = {
      ...twice,
      response: { ...twice.response, clientDataJSON: clientDataWith(twice, theirs.challenge) },
    };
    await refuses(
      stranger.call.passkey.add({ clientId: id(), name: 'Của người khác', answer: stolen }),
      'passkey-known',
    );
    for (let n = 3; n <= 10; n++) await give(me, `Thiết bị ${n}`);
    await refuses(me.call.passkey.startAdding({ presence: byCode }), 'too-many-passkeys');
  });

  it.each(['', '   ', 'x'.repeat(61), 'a\u0007b'])('needs a name: %j', async (name) => {
    const answer = softwareAuthenticator().register(await me.call.passkey.startAdding({ presence: byCode }));
    await expect(me.call.passkey.add({ clientId: id(), name, answer })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

/** With attestation `none` nothing signs the statement, so a key's id can be claimed with another challenge. */
function clientDataWith(made: ReturnType<Authenticator['register']>, challenge: string): string {
  const said = JSON.parse(Buffer.from(made.response.clientDataJSON, 'base64url').toString()) as object;
  return Buffer.from(JSON.stringify({ ...said, challenge })).toString('base64url');
}

describe('signing in with a passkey', () => {
  it('needs no name, and opens a session as the person', async () => {
    const options = await all.nobody.call.passkey.askToSignIn({});
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
    const session = await signInWith(device.answer(options));
    expect(await session.session.me()).toMatchObject({ userName: me.userName, membership: { role: 'chair' } });
    expect((await me.call.passkey.list()).passkeys[0]!.usedAt).not.toBeNull();
  });

  it.each([
    ['another address', { origin: 'http://localhost:4000' }, 'passkey-refused'],
    ['another site', { rpId: 'giaouoc.example.com' }, 'passkey-refused'],
    ['a challenge nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 'passkey-stale'],
    ['the making of a key', { type: 'webauthn.create' }, 'passkey-refused'],
    ['a device nobody unlocked', { notVerified: true }, 'passkey-refused'],
    ['a key that says it is somebody else’s', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'passkey-refused'],
  ])('is refused for %s', async (_what, lies, refusal) => {
    const options = await all.nobody.call.passkey.askToSignIn({});
    await refuses(signInWith(device.answer(options, lies)), refusal);
  });

  it('is refused for an unknown key, a changed signature, a question asked for something else', async () => {
    const stranger = softwareAuthenticator();
    stranger.register(await me.call.passkey.startAdding({ presence: byCode }));
    await refuses(signInWith(stranger.answer(await all.nobody.call.passkey.askToSignIn({}))), 'passkey-unknown');

    const answer = device.answer(await all.nobody.call.passkey.askToSignIn({}));
    const other = device.answer(await all.nobody.call.passkey.askToSignIn({}));
    answer.response.signature = other.response.signature;
    await refuses(signInWith(answer), 'passkey-refused');

    const presence = await me.call.passkey.ask({ action: 'pledge.sign', about: [] });
    await refuses(signInWith(device.answer(presence)), 'passkey-stale');
  });

  it('works once per answer, also for two at one moment', async () => {
    const answer = device.answer(await all.nobody.call.passkey.askToSignIn({}));
    const both = await Promise.allSettled([signInWith(answer), signInWith(answer)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await refuses(signInWith(answer), 'passkey-stale');
  });

  it('notices a copied key by its counter', async () => {
    const copy = device.copy();
    const ask = () => all.nobody.call.passkey.askToSignIn({});
    await signInWith(device.answer(await ask()));
    await refuses(signInWith(copy.answer(await ask())), 'passkey-copied');
    await refuses(signInWith(copy.answer(await ask(), { counter: 0 })), 'passkey-copied');
    await signInWith(device.answer(await ask()));
  });

  it('is over with the time, with the key, and with the account', async () => {
    const late = await all.nobody.call.passkey.askToSignIn({});
    const now = all.clock.now;
    all.clock.now = new Date(now.getTime() + 301_000);
    await refuses(signInWith(device.answer(late)), 'passkey-stale');
    all.clock.now = now;

    await all.owner`update platform.account set disabled_at = now() where id = ${me.accountId}`;
    await refuses(signInWith(device.answer(await all.nobody.call.passkey.askToSignIn({}))), 'passkey-unknown');
    await all.owner`update platform.account set disabled_at = null where id = ${me.accountId}`;

    const passkeyId = (await me.call.passkey.list()).passkeys[0]!.id;
    const gone = { clientId: id(), passkeyId, presence: byCode };
    await refuses(all.otherChair.call.passkey.remove(gone), 'not-found');
    await refuses(me.call.passkey.remove({ ...gone, presence: { kind: 'code', secret: '111111' } }), 'wrong-code');
    await me.call.passkey.remove(gone);
    await me.call.passkey.remove(gone);
    expect((await me.call.passkey.list()).passkeys).toEqual([]);
    expect((await traces(me)).at(-1)).toEqual(['account.removePasskey', { name: 'Điện thoại của tôi' }]);
    await refuses(signInWith(device.answer(await all.nobody.call.passkey.askToSignIn({}))), 'passkey-unknown');
  });

  it('keeps nothing of questions that nobody answered, however many are asked for', async () => {
    const kept = async () => (await all.owner`select 1 from platform.passkey_challenge`).length;
    const before = await kept();
    for (let i = 0; i < 5; i++) {
      const options = await all.nobody.call.passkey.askToSignIn({});
      await refuses(signInWith(device.answer(options, { notVerified: true })), 'passkey-refused');
    }
    expect(await kept()).toBe(before);
    const { challenge } = await all.nobody.call.passkey.askToSignIn({});
    // Made longer-lived, or by somebody without the server's key.
    for (const at of [0, 20, 55]) {
      const bytes = Buffer.from(challenge, 'base64url');
      bytes[at]! ^= 1;
      const changed = { challenge: bytes.toString('base64url') };
      await refuses(signInWith(device.answer(await all.nobody.call.passkey.askToSignIn({}), changed)), 'passkey-stale');
    }
  });
});

describe('where browsers offer none', () => {
  it.each(['http://192.168.1.5:3000', 'http://giaouoc.example.vn', 'https://10.0.0.7'])('%s', async (publicUrl) => {
    all.services.publicUrl = publicUrl;
    try {
      expect(await all.nobody.call.passkey.origin()).toBeNull();
      expect((await me.call.passkey.list()).origin).toBeNull();
      await refuses(all.nobody.call.passkey.askToSignIn({}), 'passkeys-not-here');
      await refuses(me.call.passkey.startAdding({ presence: byCode }), 'passkeys-not-here');
      await refuses(me.call.passkey.ask({ action: 'pledge.sign', about: [] }), 'passkeys-not-here');
    } finally {
      all.services.publicUrl = 'http://localhost:3000';
    }
  });
});

describe('signing with a passkey', () => {
  const pledgeOf = async (who: Person) => (await who.call.pledge.mine({}))!;
  const ready = async (unit: string) => {
    const who = await all.join('chair', unit);
    await who.call.pledge.setTargets({ clientId: id(), targets: [{ line: '1.2', typed: '4' }] });
    const key = await give(who);
    return { who, key, pledge: await pledgeOf(who) };
  };
  type Ready = Awaited<ReturnType<typeof ready>>;
  const sign = ({ who, pledge }: Ready, answer: ReturnType<Authenticator['answer']>, clientId = id()) =>
    who.call.pledge.sign({
      clientId,
      version: pledge.version,
      hash: pledge.hash,
      presence: { kind: 'passkey', answer },
    });
  const ask = ({ who, pledge }: Ready, about = [pledge.hash]) => who.call.passkey.ask({ action: 'pledge.sign', about });

  it('is bound to what is signed, in whose session, with whose key; the strength stands in the signature', async () => {
    const here = await ready('A');
    const { who, key, pledge } = here;
    await refuses(sign(here, key.answer(await ask(here, [`sha256:${'0'.repeat(64)}`]))), 'passkey-stale');
    const forCode = await who.call.passkey.ask({ action: 'account.changeCode', about: [pledge.hash] });
    await refuses(sign(here, key.answer(forCode)), 'passkey-stale');
    await refuses(sign(here, key.answer(await all.nobody.call.passkey.askToSignIn({}))), 'passkey-stale');
    await refuses(sign(here, device.answer(await ask(here))), 'passkey-refused');
    await refuses(sign(here, key.answer(await ask(here), { notVerified: true })), 'passkey-refused');
    await refuses(sign(here, key.answer(await ask(here), { origin: 'https://x.example' })), 'passkey-refused');

    // Another session of the same person has not been asked.
    const elsewhere = await signInWith(key.answer(await all.nobody.call.passkey.askToSignIn({})));
    const asked = await elsewhere.passkey.ask({ action: 'pledge.sign', about: [pledge.hash] });
    await refuses(sign(here, key.answer(asked)), 'passkey-stale');

    const clientId = id();
    const answer = key.answer(await ask(here));
    const signed = await sign(here, answer, clientId);
    expect(signed).toMatchObject({ party: 'unit', capacity: 'chair', strength: 'passkey', hash: pledge.hash });
    expect(signed.receipt.strength).toBe('passkey');
    // The second click is answered like the first, although the answer of the device is used up.
    expect(await sign(here, answer, clientId)).toEqual(signed);
    await refuses(sign(here, answer), 'passkey-stale');
    const board = await all.officer.call.pledge.board({});
    expect(board.rows.find((row) => row.code === 'A')?.strength).toBe('passkey');
  });

  it('countersigns just those pledges that were asked for', async () => {
    const chair = await ready('C');
    await sign(chair, chair.key.answer(await ask(chair)));
    const { rows } = await all.officer.call.pledge.board({});
    const pledges = rows.filter((row) => row.state === 'signed').map(({ unitId, hash }) => ({ unitId, hash: hash! }));
    expect(pledges.length).toBeGreaterThan(0);
    const officer = await all.join('officer', null);
    const key = await give(officer);
    const about = pledges.map(({ unitId, hash }) => `${unitId}|${hash}`);
    const countersign = async (of: string[]) =>
      officer.call.pledge.countersign({
        clientId: id(),
        pledges,
        presence: {
          kind: 'passkey',
          answer: key.answer(await officer.call.passkey.ask({ action: 'pledge.countersign', about: of })),
        },
      });
    await refuses(countersign([...about, `${all.federation.units.B!.id}|sha256:${'0'.repeat(64)}`]), 'passkey-stale');
    expect(await countersign(about.toReversed())).toBe(pledges.length);
    const of = await all.officer.call.pledge.of({ unitId: chair.who.unitId! });
    expect(of?.signatures.map(({ party, strength }) => [party, strength])).toContainEqual(['federation', 'passkey']);
  });

  it('changes the six-digit code', async () => {
    const answer = device.answer(await me.call.passkey.ask({ action: 'account.changeCode', about: [] }));
    await me.call.account.changeCode({ clientId: id(), proof: { kind: 'passkey', answer }, code: '905172' });
    await refuses(me.call.passkey.startAdding({ presence: byCode }), 'wrong-code');
  });

  it('asks nobody who has no key', async () =>
    refuses(all.deputy.call.passkey.ask({ action: 'pledge.sign', about: [] }), 'passkey-unknown'));
});

it('a used invitation takes every key away and ends every session: whoever lost the phone starts anew', async () => {
  const { cards } = await all.officer.call.invitation.issue({ clientId: id(), membershipIds: [me.membershipId] });
  const token = cards[0]!.link.split('/').at(-1)!;
  const session = await signInWith(device.answer(await all.nobody.call.passkey.askToSignIn({})));
  const fresh = { password: 'mật khẩu mới tinh', passwordAgain: 'mật khẩu mới tinh', code: '905172' };
  await all.nobody.call.invitation.accept({ token, userName: me.userName, ...fresh });
  await refuses(session.session.list(), 'session-ended');
  await refuses(signInWith(device.answer(await all.nobody.call.passkey.askToSignIn({}))), 'passkey-unknown');
  expect((await all.asToken(all.nobody.cookies.at(-1)!.value).passkey.list()).passkeys).toEqual([]);
});
