import { askDevice, type Question } from '../../presence/ask-device.ts';
import type { AssertionInput } from '../../presence/assertion.schema.ts';
import { checkAnswer } from '../../presence/check-answer.ts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { startSession } from '../session/sign-in.ts';

const toSignIn: Question = { purpose: 'sign-in', accountId: null, sessionId: null, binding: null };

/** The question whose answer signs its owner in. */
export const askToSignIn = (ctx: Context) => askDevice(ctx, toSignIn);

/**
 * Signs in with whichever key the device offers. No second factor follows: the device is one, what unlocks it another.
 *
 * @throws passkey-unknown
 */
export async function signInWithPasskey(ctx: Context, answer: AssertionInput): Promise<void> {
  const { accountId, disabled } = await checkAnswer(ctx, answer, toSignIn);
  if (disabled) throw new Refused('passkey-unknown');
  await startSession(ctx, accountId);
}
