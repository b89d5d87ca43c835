import { z } from 'zod';
import { accountNames } from '@giaouoc/db/queries/accounts';
import { Refused } from '../../trpc/errors.ts';
import { accountProcedure, router } from '../../trpc/procedures.ts';
import { ownSession } from '../../presence/own-session.ts';
import { accountOutput, codeInput, passwordInput } from './account.schema.ts';
import { changeCode, changePassword } from './change-ways-in.ts';

/** One's own way in. Sessions and memberships are the session router's. */
export const accountRouter = router({
  get: accountProcedure.output(accountOutput).query(async ({ ctx }) => {
    const names = await accountNames(ctx.db, ownSession(ctx));
    if (!names) throw new Refused('session-ended');
    return names;
  }),
  changePassword: accountProcedure
    .input(passwordInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  changeCode: accountProcedure
    .input(codeInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changeCode(ctx, input)),
});
