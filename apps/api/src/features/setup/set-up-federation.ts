import { randomBytes } from 'node:crypto';
import { forgetFailures, lockedUntil, recordFailure } from '@giaouoc/db/queries/accounts';
import { anyFederation, setUp, setupCodeOpen, type NewFederation } from '@giaouoc/db/queries/setup';
import { violatedUnique } from '@giaouoc/db/queries/unique-violation';
import { setupCodeHash } from '@giaouoc/db/platform';
import { searchKey } from '@giaouoc/domain/text/normalize';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { chooseWaysIn } from '../account/choose-ways-in.ts';
import { signIn, startSession } from '../session/sign-in.ts';
import type { CreateInput } from './setup.schema.ts';

// The code has 48 bits; this only keeps somebody from spending the server's time on guessing it.
const limit = { allowed: 30, window: '10 minutes', lockFor: '2 minutes' };
const limitKey = 'set-up';

/**
 * Makes a federation and its first officer with the one-time code, and signs the officer in. The form sent a second time
 * by the same person (who can prove it) signs them in again.
 *
 * @param demo marks everything the federation prints as demonstration.
 * @throws setup-code-wrong, setup-done, name-or-phone-taken, rate-limited, and what {@link chooseWaysIn} throws
 */
export async function setUpFederation(ctx: Context, input: CreateInput, demo = false): Promise<void> {
  const locked = await lockedUntil(ctx.db, limitKey);
  if (locked) throw new Refused('rate-limited', { until: new Date(locked).toISOString() });
  const codeHash = setupCodeHash(input.setupCode);
  if (!(await setupCodeOpen(ctx.db, codeHash))) return again(ctx, input);

  const { userName, phone, passwordHash, codeHash: presenceHash } = await chooseWaysIn(input.officer);
  const officer = { userName, phone, passwordHash, codeHash: presenceHash, title: input.officer.title };
  const made = await firstFree(federationCodes(input.federation.name), (code) =>
    setUp(ctx.db, codeHash, { ...input.federation, code, demo } satisfies NewFederation, officer),
  );
  if (!made) return again(ctx, input);
  await forgetFailures(ctx.db, limitKey);
  await startSession(ctx, made.accountId, made.membershipId);
}

/** The code is not open: the same form sent twice, or a wrong code. */
async function again(ctx: Context, { officer }: CreateInput): Promise<void> {
  const done = await anyFederation(ctx.db);
  if (done && officer.userName && officer.password)
    try {
      await signIn(ctx, { name: officer.userName, password: officer.password });
      return;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  await recordFailure(ctx.db, limitKey, limit);
  throw new Refused(done ? 'setup-done' : 'setup-code-wrong');
}

/** Codes for a federation, made from its name; the plain one first. */
function* federationCodes(name: string): Generator<string> {
  const plain = searchKey(name).replaceAll(' ', '-').slice(0, 60) || 'cong-doan';
  yield plain;
  for (let i = 0; i < 5; i++) yield `${plain}-${randomBytes(3).toString('hex')}`;
}

/** The first attempt whose code no other federation has. Everything else that is taken is the person's to change. */
async function firstFree<T>(codes: Iterable<string>, attempt: (code: string) => Promise<T>): Promise<T> {
  for (const code of codes)
    try {
      return await attempt(code);
    } catch (error) {
      const constraint = violatedUnique(error);
      if (constraint === null) throw error;
      if (constraint !== 'federation_code_unique') throw new Refused('name-or-phone-taken');
    }
  throw new Error('no free code for a federation');
}
