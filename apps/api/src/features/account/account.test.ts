import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf } from '@giaouoc/domain/hash/index';
import { people, testCode, testPassword, type People, type Person } from '../../../testing/people.ts';

let all: People;
let me: Person;
beforeAll(async () => {
  all = await people();
  me = await all.join('chair', 'A');
});
afterAll(() => all.close());

const refuses = (promise: Promise<unknown>, refusal: string) => expect(promise).rejects.toMatchObject({ refusal });
const signIn = (password: string) => all.nobody.call.session.signIn({ name: me.userName, password });
const next = 'một mật khẩu mới';

it('shows one’s own names, to oneself', async () => {
  expect(await me.call.account.get()).toEqual({ userName: me.userName, phone: null });
  await refuses(all.nobody.call.account.get(), 'not-signed-in');
});

it('changes the password for whoever knows the old one, once, with a trace', async () => {
  const change = { clientId: randomUUID(), oldPassword: testPassword, password: next, passwordAgain: next };
  await refuses(me.call.account.changePassword({ ...change, oldPassword: 'đoán mò thôi' }), 'wrong-password');
  await refuses(me.call.account.changePassword({ ...change, passwordAgain: 'khác hẳn luôn' }), 'passwords-differ');
  await refuses(
    me.call.account.changePassword({ ...change, password: 'ngắn', passwordAgain: 'ngắn' }),
    'password-too-short',
  );
  await signIn(testPassword);

  await me.call.account.changePassword(change);
  // The old password is gone, so only the id can answer the second click.
  await me.call.account.changePassword(change);
  await refuses(signIn(testPassword), 'wrong-sign-in');
  await signIn(next);
  const traces = await all.owner`select action, after from audit_event
    where account_id = ${me.accountId} order by id`;
  // Two ways in before the change, once the change, and the way in with the new password.
  const traced = ['session.signIn', 'session.signIn', 'account.changePassword', 'session.signIn'];
  expect(traces).toEqual(traced.map((action) => ({ action, after: null })));
  const [kept] = await all.owner`select content_hash, answer from write where client_id = ${change.clientId}`;
  // What is remembered holds no secret, not even hashed: it is the same for every change of a password.
  expect(kept).toEqual({ answer: null, content_hash: hashOf({ action: 'account.changePassword', content: {} }) });
});

it('changes the code for whoever knows the old one or the password, never to a simple one', async () => {
  const by = (kind: 'code' | 'password', secret: string, code: string) =>
    me.call.account.changeCode({ clientId: randomUUID(), proof: { kind, secret }, code });
  await refuses(by('password', next, '123456'), 'code-too-simple');
  await by('password', next, '905172');
  await refuses(by('code', testCode, '314159'), 'wrong-code');
  await by('code', '905172', '314159');
});

it('locks after five wrong proofs, also for the right one', async () => {
  const wrong = () =>
    me.call.account.changeCode({ clientId: randomUUID(), proof: { kind: 'code', secret: '000001' }, code: '905172' });
  for (let i = 0; i < 4; i++) await refuses(wrong(), 'wrong-code');
  await refuses(wrong(), 'code-locked');
  const right = { clientId: randomUUID(), oldPassword: next, password: testPassword, passwordAgain: testPassword };
  await refuses(me.call.account.changePassword(right), 'code-locked');
});
