import { z } from 'zod';
import { accountProcedure, router } from '../../trpc/procedures.ts';
import { accountOutput, codeInput, passwordInput } from './account.schema.ts';
import { getAccount } from './get-account.ts';
import { changeCode, changePassword } from './change-ways-in.ts';

/** One's own way in. Sessions and memberships are the session router's. */
export const accountRouter = router({
  get: accountProcedure.output(accountOutput).query(({ ctx }) => getAccount(ctx)),
  changePassword: accountProcedure
    .input(passwordInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  changeCode: accountProcedure
    .input(codeInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changeCode(ctx, input)),
});
