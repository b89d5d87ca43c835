import { describe, expect, it } from 'vitest';
import { checkCounter, relyingPartyOf } from './passkey.ts';
import { bindingOf } from './presence.ts';
import { checkStep, readSecondFactor, stepOf } from './second-factor.ts';

describe('the counter of a passkey', () => {
  it.each([
    [0, 0, true],
    [0, 1, true],
    [5, 6, true],
    [5, 4_294_967_295, true],
    [5, 5, false],
    [5, 4, false],
    [5, 0, false],
    [1, 0, false],
  ])('%i, then %i: %j', (known, said, good) =>
    expect(checkCounter(known, said)).toEqual(good ? { ok: true, value: said } : { ok: false, code: 'passkey-copied' }),
  );
});

describe('where passkeys can be used', () => {
  it.each([
    ['https://giaouoc.example.vn', 'giaouoc.example.vn'],
    ['https://giaouoc.example.vn:8443', 'giaouoc.example.vn'],
    ['http://localhost:3000', 'localhost'],
    ['http://thu.localhost', 'thu.localhost'],
  ])('at %s', (address, id) => expect(relyingPartyOf(address)).toEqual({ id, origin: address }));
  it.each([
    'http://giaouoc.example.vn',
    'http://192.168.1.5:3000',
    'https://192.168.1.5',
    'http://127.0.0.1:3000',
    'https://[fd00::1]',
    'http://notlocalhost',
    'ftp://localhost',
    '',
  ])('not at %j', (address) => expect(relyingPartyOf(address)).toBeNull());
});

describe('what a question to a passkey is bound to', () => {
  const about = ['u1|sha256:a', 'u2|sha256:b'];
  it('is the same for the same things in any order', () =>
    expect(bindingOf({ action: 'pledge.countersign', about })).toBe(
      bindingOf({ action: 'pledge.countersign', about: [...about, ...about].reverse() }),
    ));
  it.each([
    { action: 'pledge.sign', about },
    { action: 'pledge.countersign', about: ['u1|sha256:a'] },
    { action: 'pledge.countersign', about: ['u1|sha256:b', 'u2|sha256:a'] },
    { action: 'pledge.countersign', about: ['u1|sha256:au2|sha256:b'] },
  ] as const)('is another for %j', (other) =>
    expect(bindingOf(other)).not.toBe(bindingOf({ action: 'pledge.countersign', about })),
  );
});

describe('the code of an authenticator app', () => {
  it('lives 30 seconds', () => expect([stepOf(0), stepOf(29_999), stepOf(30_000)]).toEqual([0, 0, 1]));
  it.each([
    [undefined, 0, 'wrong-totp'],
    [7, 7, 'totp-used'],
    [6, 7, 'totp-used'],
    [8, 7, null],
    [8, 0, null],
  ])('step %j after %i: %j', (step, last, refusal) =>
    expect(checkStep(step, last)).toEqual(refusal === null ? { ok: true, value: step } : { ok: false, code: refusal }),
  );
  it.each([
    ['123456', 'totp', '123456'],
    [' 123 456 ', 'totp', '123456'],
    ['１２３４５６', 'totp', '123456'],
    ['k7qd-2mxf-9tbw-4hrc', 'recovery', 'K7QD2MXF9TBW4HRC'],
    ['kOqd 2Ixf 9tbw 4hrl', 'recovery', 'K0QD21XF9TBW4HR1'],
    ['12345', 'recovery', '12345'],
    ['', 'recovery', ''],
  ])('%j is read as %s %j', (typed, kind, code) => expect(readSecondFactor(typed)).toEqual({ kind, code }));
});
