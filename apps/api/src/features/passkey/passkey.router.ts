import { z } from 'zod';
import { accountProcedure, publicProcedure, router } from '../../trpc/procedures.ts';
import { presenceInput } from '../../presence/prove-presence.ts';
import { addPasskey, startAdding } from './add-passkey.ts';
import { askForPresence, listPasskeys, passkeyOrigin } from './list-passkeys.ts';
import * as schema from './passkey.schema.ts';
import { removeInput, removePasskey } from './remove-passkey.ts';
import { askToSignIn, signInWithPasskey } from './sign-in-with-passkey.ts';

/** Keys that a person's devices keep (A4). */
export const passkeyRouter = router({
  /** Where passkeys work; null where they do not. For the sign-in page. */
  origin: publicProcedure.output(z.string().nullable()).query(({ ctx }) => passkeyOrigin(ctx)),
  /** One's own, and where they work. */
  list: accountProcedure.output(schema.passkeysOutput).query(({ ctx }) => listPasskeys(ctx)),
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
    .mutation(({ ctx, input }) => askForPresence(ctx, input)),
  askToSignIn: publicProcedure
    .input(z.object({}))
    .output(schema.requestOutput)
    .mutation(({ ctx }) => askToSignIn(ctx)),
  signIn: publicProcedure
    .input(schema.signInInput)
    .output(z.void())
    .mutation(({ ctx, input }) => signInWithPasskey(ctx, input.answer)),
});
