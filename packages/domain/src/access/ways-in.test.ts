import { describe, expect, it } from 'vitest';
import { checkCode, checkPassword, checkUserName } from './ways-in.ts';

describe('the six-digit code', () => {
  it.each([
    '123456',
    '000000',
    '111111',
    '654321',
    '012345',
    '567890',
    '890123',
    '121212',
    '123123',
    '112233',
    '111222',
    '147258',
    '12345',
    '1234567',
    '12345a',
    '',
  ])('refuses %j', (code) => expect(checkCode(code)).toMatchObject({ ok: false, code: 'code-too-simple' }));
  it.each(['271828', '905172', '100200', '311299'])('takes %s', (code) => expect(checkCode(code).ok).toBe(true));
});

describe('the password', () => {
  it('is at least eight characters, however many bytes', () => {
    expect(checkPassword('ngắn lắm'.slice(0, 7), 'x')).toMatchObject({
      code: 'password-too-short',
      detail: { min: 8 },
    });
    expect(checkPassword('đủ dài rồi', 'đủ dài rồi').ok).toBe(true);
  });
  it('is the same both times, composed or decomposed', () => {
    expect(checkPassword('mật khẩu dài', 'mật khẩu dài'.normalize('NFD')).ok).toBe(true);
    expect(checkPassword('mật khẩu dài', 'mat khau dai')).toMatchObject({ code: 'passwords-differ' });
  });
});

describe('the user name', () => {
  it('is stored in lower case', () =>
    expect(checkUserName(' Chu-Tich.MN ')).toEqual({ ok: true, value: 'chu-tich.mn' }));
  it.each(['', 'ab', '0912345678', 'chủ.tịch', 'a b c', '-abc', 'abc.', 'a'.repeat(41)])('refuses %j', (name) =>
    expect(checkUserName(name)).toMatchObject({ ok: false, code: 'user-name-shape' }),
  );
});
