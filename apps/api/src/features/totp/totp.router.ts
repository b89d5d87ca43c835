import { z } from 'zod';
import { totpOf } from '@giaouoc/db/queries/second-factor';
import { may } from '@giaouoc/domain/access/index';
import { Refused } from '../../trpc/errors.ts';
import { accountProcedure, memberOf, router } from '../../trpc/procedures.ts';
import { newCodes, turnOffTotp } from './change-totp.ts';
import { confirmTotp, startTotp } from './set-up-totp.ts';
import * as schema from './totp.schema.ts';

const action = 'account.secondFactor';

/** One's own account, by the server's clock; set up only in a role that may. */
const officerProcedure = accountProcedure.meta({ access: action }).use(({ ctx, next }) => {
  const member = memberOf(ctx, ctx.account);
  if (!member || !may(member.scope.role, action)) throw new Refused('not-allowed');
  return next();
});

/** Codes of an authenticator app, asked for after the password (A4). Whoever has them on may turn them off in any role. */
export const totpRouter = router({
  get: accountProcedure.output(schema.totpOutput).query(async ({ ctx }) => {
    const row = await totpOf(ctx.db, ctx.account.accountId);
    const since = row?.confirmedAt ?? null;
    return { on: since !== null, since, recoveryLeft: since === null ? 0 : (row?.recoveryLeft ?? 0) };
  }),
  start: officerProcedure
    .input(schema.startInput)
    .output(schema.secretOutput)
    .mutation(({ ctx, input }) => startTotp(ctx, input.presence)),
  confirm: officerProcedure
    .input(schema.confirmInput)
    .output(z.array(z.string()))
    .mutation(({ ctx, input }) => confirmTotp(ctx, input.clientId, input.code)),
  newCodes: accountProcedure
    .input(schema.changeInput)
    .output(z.array(z.string()))
    .mutation(({ ctx, input }) => newCodes(ctx, input)),
  turnOff: accountProcedure
    .input(schema.changeInput)
    .output(z.void())
    .mutation(({ ctx, input }) => turnOffTotp(ctx, input)),
});
