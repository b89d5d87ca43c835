import { checkCode, checkPassword, checkUserName } from '@giaouoc/domain/access/ways-in';
import { hashProof } from '../../security/proofs.ts';
import { granted } from '../../trpc/errors.ts';
import { readPhone } from '../../security/account-name.ts';
import type { WaysInInput } from './ways-in.schema.ts';

/**
 * Checks what a person chose and hashes the secrets.
 *
 * @throws user-name-shape, phone-unreadable, password-too-short, passwords-differ, code-too-simple
 */
export async function chooseWaysIn(input: WaysInInput) {
  const userName = granted(checkUserName(input.userName));
  const phone = granted(readPhone(input.phone));
  const password = granted(checkPassword(input.password, input.passwordAgain));
  const code = granted(checkCode(input.code));
  const [passwordHash, codeHash] = await Promise.all([hashProof(password), hashProof(code)]);
  return { userName, phone, passwordHash, codeHash };
}
