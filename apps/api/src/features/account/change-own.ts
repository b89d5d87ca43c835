import type { Database } from '@giaouoc/db';
import type { SessionRow } from '@giaouoc/db/queries/accounts';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { earlierWrite } from '@giaouoc/db/queries/writes';
import type { Context } from '../../trpc/context.ts';
import { memberOf } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';

export type SignedIn = Context & { account: SessionRow };

type Change = {
  clientId: string;
  /** As the trace calls it. */
  action: string;
  /** Shows that it may be done; outside the transaction, so that a failure is counted. */
  prove: () => Promise<unknown>;
  /** Does it; what it gives back stands in the trace, so never a secret. */
  work: (db: Pick<Database, 'execute'>) => Promise<{ name: string } | void>;
};

/**
 * Changes one's own ways in. Where the person works for a federation, its trace says so, in the same transaction, and a
 * repeated click is answered like the first. What the write is remembered by leaves the secrets out: a plain hash of a
 * six-digit code would be the code.
 *
 * @returns whether it was done now, not by an earlier click.
 */
export async function changeOwn(ctx: SignedIn, { clientId, action, prove, work }: Change): Promise<boolean> {
  const member = memberOf(ctx, ctx.account);
  const earlier = await member?.inScope((tx) => earlierWrite(tx, member.scope, clientId));
  if (earlier?.action === action) return false;
  await prove();
  if (!member) {
    await ctx.db.transaction((tx) => work(tx));
    return true;
  }
  let done = false;
  await writeOnce(member, action, { clientId }, async (tx) => {
    const after = await work(tx);
    await recordAudit(tx, member.scope, { action, subject: member.scope.title, ...(after && { after }) });
    done = true;
  });
  return done;
}
