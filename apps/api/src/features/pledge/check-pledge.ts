import type { z } from 'zod';
import { pledgeByHash } from '@giaouoc/db/queries/public-check';
import type { Context } from '../../trpc/context.ts';
import type { checkInput, checkOutput } from './pledge.schema.ts';

/** What anyone holding a pledge's paper may learn of it: whether it is ours, whose, and who has signed. */
export async function checkPledge(
  ctx: Context,
  { hash }: z.infer<typeof checkInput>,
): Promise<z.infer<typeof checkOutput>> {
  const found = await pledgeByHash(ctx.db, hash);
  return found ? { ...found, hash } : null;
}
