import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { may, type Action } from '@giaouoc/domain/access/index';
import { inReport, inScope, mintScope, type Scope, type Scoped } from '@giaouoc/db';
import type { SessionRow } from '@giaouoc/db/queries/accounts';
import { FairQueue, QueueFull } from '../fair-queue.ts';
import type { Context } from './context.ts';
import { Refused } from './errors.ts';
import { guardRefusal } from './guarded.ts';
import { storable } from './storable.ts';
import { awayRefusal } from './unavailable.ts';

/**
 * Who may call a procedure: anyone, anyone signed in, or whoever's role the list of permissions names for an action.
 * Kept in the procedure's meta, where the test matrix reads it; a procedure without it does not pass.
 */
export type Access = 'anyone' | 'signed-in' | Action;
type Meta = { access: Access };
/** What a program asks that does not know us, or somebody who tries things; our pages never do. */
const badRequests = new Set<string>(['BAD_REQUEST', 'PARSE_ERROR', 'METHOD_NOT_SUPPORTED', 'UNSUPPORTED_MEDIA_TYPE']);

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    // A5: no stack leaves the server, whatever NODE_ENV says.
    isDev: false,
    errorFormatter({ shape, error }) {
      // A5: a code, what its sentence needs, and where in the input; no text of ours or of PostgreSQL's.
      const refused = error instanceof Refused ? error : undefined;
      const issues = error.cause instanceof z.ZodError ? error.cause.issues : undefined;
      const refusal =
        refused?.refusal ??
        (error.code === 'NOT_FOUND'
          ? 'not-found'
          : issues || badRequests.has(error.code)
            ? 'invalid-input'
            : 'unexpected');
      return {
        code: shape.code,
        message: refusal,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          refusal,
          detail: refused?.detail ?? null,
          current: refused?.current ?? null,
          fields:
            issues?.map((issue) => ({ path: issue.path.map(String), code: issue.code, message: issue.message })) ?? [],
        },
      };
    },
  });

export const { router, createCallerFactory, mergeRouters } = t;

/** Every procedure passes here: a fault of the program is told apart from a refusal and never shown. */
const base = t.procedure.use(async ({ next, meta }) => {
  if (!meta) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'procedure without access' });
  const result = await next();
  const guarded = result.ok ? undefined : guardRefusal(result.error.cause);
  if (guarded) throw guarded;
  // No database, or no room on its disk, is not a fault of the program: said so, with the cause for the log alone.
  const away = result.ok ? undefined : awayRefusal(result.error.cause);
  if (!result.ok && away) throw new Refused(away, {}, null, result.error.cause);
  return result;
});

/** After the question who is asking, before any procedure's own schema: no text that could not be stored. */
const sound = t.middleware(async ({ next, getRawInput }) => {
  if (!storable(await getRawInput())) throw new Refused('invalid-input');
  return next();
});

/** Sign-in, invitations, the public check page. */
export const publicProcedure = base.meta({ access: 'anyone' }).use(sound);

/** Whoever has an account: own sessions, choice of membership. */
export const accountProcedure = base
  .meta({ access: 'signed-in' })
  .use(async ({ ctx, next }) => {
    const session = await ctx.session();
    if (!session) throw new Refused(ctx.token ? 'session-ended' : 'not-signed-in');
    return inTurn(session.accountId, () => next({ ctx: { account: session } }));
  })
  .use(sound);

/** A federation's clock: the server's, or the fixed day of a demonstration at the server's time of day. */
export function clockOf(ctx: Pick<Context, 'now' | 'demoDays'>, federationId: string): () => Date {
  const day = ctx.demoDays.get(federationId);
  return day === undefined ? ctx.now : () => new Date(`${day}T${ctx.now().toISOString().slice(11)}`);
}

/** What `allowed` adds to the context: what a verb file of a feature takes as its first argument. */
export type Member = Context & {
  scope: Scope;
  inScope: <T>(work: (tx: Scoped) => Promise<T>) => Promise<T>;
  /** The same to search what no index finds; read only. */
  inReport: <T>(work: (tx: Scoped) => Promise<T>) => Promise<T>;
};

/** The person of a session as a member of the federation they work for now; undefined when they work for none. */
export function memberOf(ctx: Context, session: SessionRow): Member | undefined {
  if (!session.federationId || !session.membershipId || !session.role) return undefined;
  const scope: Scope = mintScope({
    federationId: session.federationId,
    role: session.role,
    unitId: session.unitId,
    provinceId: session.provinceId,
    accountId: session.accountId,
    membershipId: session.membershipId,
    title: session.title ?? '',
    requestId: ctx.requestId,
  });
  const now = clockOf(ctx, scope.federationId);
  return {
    ...ctx,
    now,
    scope,
    inScope: (work) => inScope(ctx.db, scope, work),
    inReport: (work) => inReport(ctx.db, scope, work),
  };
}

/**
 * What one account may have under way, whatever tab, batch or page asks: enough for a page, too little to keep others waiting.
 * What comes beyond waits behind the account's own, and is refused where too much waits already.
 */
const turns = new FairQueue({ atOnce: 64, ofOne: 4, waitingOfOne: 100 });

/** Does the rest of a procedure when its account has a turn. @throws too-many-at-once */
async function inTurn<T>(accountId: string, work: () => Promise<T>): Promise<T> {
  const leave = await turns.enter(accountId).catch((error: unknown) => {
    throw error instanceof QueueFull ? new Refused('too-many-at-once') : error;
  });
  try {
    return await work();
  } finally {
    leave();
  }
}

/**
 * The rest of the ladder: whoever's role the list of permissions names for `action`, working as one membership. Hands
 * on `ctx.scope` and `ctx.inScope`, the only ways to a tenant's rows.
 */
export const allowed = (action: Action) =>
  base
    .meta({ access: action })
    .use(async ({ ctx, next }) => {
      const session = await ctx.session();
      if (!session) throw new Refused(ctx.token ? 'session-ended' : 'not-signed-in');
      const member = memberOf(ctx, session);
      if (!member || !may(member.scope.role, action)) throw new Refused('not-allowed');
      const added = {
        account: session,
        now: member.now,
        scope: member.scope,
        inScope: member.inScope,
        inReport: member.inReport,
      };
      return inTurn(session.accountId, () => next({ ctx: added }));
    })
    .use(sound);
