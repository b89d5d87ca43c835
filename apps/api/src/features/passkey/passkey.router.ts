import { z } from 'zod';
import { passkeysOf } from '@giaouoc/db/queries/passkeys';
import { passkeysMost, relyingPartyOf } from '@giaouoc/domain/access/passkey';
import { bindingOf } from '@giaouoc/domain/access/presence';
import { Refused } from '../../trpc/errors.ts';
import { accountProcedure, publicProcedure, router } from '../../trpc/procedures.ts';
import { ownSession } from '../../presence/own-session.ts';
import { presenceInput } from '../../presence/prove-presence.ts';
import { startSession } from '../session/sign-in.ts';
import { addPasskey, startAdding } from './add-passkey.ts';
import { askDevice, type Question } from '../../presence/ask-device.ts';
import { checkAnswer } from '../../presence/check-answer.ts';
import * as schema from './passkey.schema.ts';
import { removeInput, removePasskey } from './remove-passkey.ts';

const toSignIn: Question = { purpose: 'sign-in', accountId: null, sessionId: null, binding: null };

/** Keys that a person's devices keep (A4). */
export const passkeyRouter = router({
  /** Where passkeys work; null where they do not. For the sign-in page. */
  origin: publicProcedure
    .output(z.string().nullable())
    .query(({ ctx }) => relyingPartyOf(ctx.publicUrl)?.origin ?? null),
  /** One's own, and where they work. */
  list: accountProcedure.output(schema.passkeysOutput).query(async ({ ctx }) => ({
    origin: relyingPartyOf(ctx.publicUrl)?.origin ?? null,
    most: passkeysMost,
    passkeys: await passkeysOf(ctx.db, ownSession(ctx)),
  })),
  startAdding: accountProcedure
    .input(z.object({ presence: presenceInput }))
    .output(schema.creationOutput)
    .mutation(({ ctx, input }) => startAdding(ctx, input.presence)),
  add: accountProcedure
    .input(schema.addInput)
    .output(z.void())
    .mutation(({ ctx, input }) => addPasskey(ctx, input)),
  remove: accountProcedure
    .input(removeInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removePasskey(ctx, input)),
  /** The question whose answer proves presence for one purpose, in this session. */
  ask: accountProcedure
    .input(schema.purposeInput)
    .output(schema.requestOutput)
    .mutation(async ({ ctx, input }) => {
      const { accountId, sessionId } = ctx.account;
      const known = await passkeysOf(ctx.db, ownSession(ctx));
      if (known.length === 0) throw new Refused('passkey-unknown');
      return askDevice(ctx, { purpose: 'presence', accountId, sessionId, binding: bindingOf(input) }, known);
    }),
  askToSignIn: publicProcedure
    .input(z.object({}))
    .output(schema.requestOutput)
    .mutation(({ ctx }) => askDevice(ctx, toSignIn)),
  /**
   * Signs in with whichever key the device offers. No second factor follows: the device is one, what unlocks it another.
   */
  signIn: publicProcedure
    .input(schema.signInInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const { accountId, disabled } = await checkAnswer(ctx, input.answer, toSignIn);
      if (disabled) throw new Refused('passkey-unknown');
      await startSession(ctx, accountId);
    }),
});
