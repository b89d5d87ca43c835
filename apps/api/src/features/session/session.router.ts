import { z } from 'zod';
import { actionsOf } from '@giaouoc/domain/access/index';
import {
  endedMembershipsOf,
  membershipsOf,
  revokeOtherSessions,
  revokeSession,
  sessionsOf,
  useMembership,
  type SessionRow,
} from '@giaouoc/db/queries/accounts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { accountProcedure, clockOf, publicProcedure, router } from '../../trpc/procedures.ts';
import { secondFactor } from './second-factor.ts';
import {
  endedMembershipOutput,
  membershipOutput,
  secondFactorInput,
  sessionOutput,
  signInInput,
  signInOutput,
  viewerOutput,
  type Viewer,
} from './session.schema.ts';
import { ownSession } from '../../presence/own-session.ts';
import { sessionCookie, signIn } from './sign-in.ts';

function viewerOf(ctx: Context, session: SessionRow): Viewer {
  const { federationId, federationName, membershipId, role, title, unitId, unitName } = session;
  const works = federationId && federationName && membershipId && role && title;
  return {
    accountId: session.accountId,
    userName: session.userName,
    demo: session.demo,
    now: (federationId === null ? ctx.now : clockOf(ctx, federationId))().toISOString(),
    membership: works ? { federationId, federationName, membershipId, role, title, unitId, unitName } : null,
    permissions: role ? actionsOf(role) : [],
  };
}

export const sessionRouter = router({
  /** Who is asking; null when nobody is signed in. */
  me: publicProcedure.output(viewerOutput.nullable()).query(async ({ ctx }) => {
    const session = await ctx.session();
    return session ? viewerOf(ctx, session) : null;
  }),
  signIn: publicProcedure
    .input(signInInput)
    .output(signInOutput)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  secondFactor: publicProcedure
    .input(secondFactorInput)
    .output(z.void())
    .mutation(({ ctx, input }) => secondFactor(ctx, input)),
  signOut: accountProcedure.output(z.void()).mutation(async ({ ctx }) => {
    await revokeSession(ctx.db, ownSession(ctx), ctx.account.sessionId, ctx.requestId);
    ctx.setCookie({ name: sessionCookie, value: '', maxAge: 0 });
  }),
  memberships: accountProcedure
    .output(z.array(membershipOutput))
    .query(({ ctx }) => membershipsOf(ctx.db, ctx.account.accountId)),
  /** As what one worked until it was ended, and since when: for whoever has no role left. */
  endedMemberships: accountProcedure.output(z.array(endedMembershipOutput)).query(async ({ ctx }) =>
    (await endedMembershipsOf(ctx.db, ownSession(ctx))).map((one) => ({
      ...one,
      endedAt: new Date(one.endedAt).toISOString(),
    })),
  ),
  workAs: accountProcedure
    .input(z.object({ membershipId: z.uuid() }))
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      if (!(await useMembership(ctx.db, ownSession(ctx), input.membershipId))) throw new Refused('not-found');
    }),
  list: accountProcedure
    .output(z.array(sessionOutput))
    .query(async ({ ctx }) =>
      (await sessionsOf(ctx.db, ownSession(ctx))).map((s) => ({ ...s, current: s.id === ctx.account.sessionId })),
    ),
  revoke: accountProcedure
    .input(z.object({ sessionId: z.uuid() }))
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      if (!(await revokeSession(ctx.db, ownSession(ctx), input.sessionId, ctx.requestId)))
        throw new Refused('not-found');
    }),
  revokeOthers: accountProcedure
    .output(z.number().int())
    .mutation(({ ctx }) => revokeOtherSessions(ctx.db, ownSession(ctx), ctx.requestId)),
});
