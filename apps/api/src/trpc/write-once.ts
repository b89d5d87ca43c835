import { z } from 'zod';
import { hashOf, type Json } from '@giaouoc/domain/hash/index';
import { earlierWrite, rememberedWrite } from '@giaouoc/db/queries/writes';
import { inOneStatement, type Write } from '@giaouoc/db/one-statement';
import type { Scoped } from '@giaouoc/db';
import { Refused } from './errors.ts';
import type { Member } from './procedures.ts';

/** Every write's input has this: an id the client made, the same on every retry (R2). */
export const clientId = z.uuid();

/** A write that belongs to no year. One that names a year goes through `writeInYear` (apps/api/src/year), which asks whether it is open. */
export type OutsideYears = { clientId: string; yearId?: never };

/** What a write may be answered with: plain JSON, or nothing. Not null, by which nothing is remembered. */
export type Answer = object | string | number | boolean | void;

/** Stores the last writes of some work together with what it is answered with. */
export type Keep<A extends Answer> = (answer: A, ...writes: Write[]) => Promise<A>;

/**
 * Does a write that belongs to no year once. The same id with the same content is answered as the first time, without doing it again; the same
 * id with other content is refused. Trace, answer and change are one transaction.
 *
 * @param action name of the write, `noun.verb`; part of what is compared.
 * @param input the whole parsed input, `clientId` included.
 * @param work does it; what it returns is the answer. It may hand the answer to `keep` together with
 *   its last writes, which are then stored with it in one round, commit included: nothing more can be asked after it.
 */
export function writeOnce<I extends OutsideYears, A extends Answer>(
  ctx: Member,
  action: string,
  input: I,
  work: (tx: Scoped, keep: Keep<A>) => Promise<A>,
): Promise<A> {
  return once(
    ctx,
    action,
    input,
    async () => {},
    (tx, _, keep) => work(tx, keep),
  );
}

/**
 * The ground of every write, for work that begins with reading: `read` is asked in the round that asks whether the write was done before. What
 * it finds is handed to `work`; whether it fails matters only when there is work to do.
 */
export function once<I extends { clientId: string }, R, A extends Answer>(
  ctx: Member,
  action: string,
  input: I,
  read: (tx: Scoped) => Promise<R>,
  work: (tx: Scoped, read: R, keep: Keep<A>) => Promise<A>,
): Promise<A> {
  const { clientId: id, ...content } = input;
  const contentHash = hashOf({ action, content } as unknown as Json);
  return ctx.inScope(async (tx) => {
    const [asked, found] = await Promise.allSettled([earlierWrite(tx, ctx.scope, id), read(tx)]);
    if (asked.status === 'rejected') throw asked.reason;
    const earlier = asked.value;
    if (earlier) {
      if (earlier.action !== action || earlier.contentHash !== contentHash)
        throw new Refused('replayed-with-other-content');
      // Nothing is stored as null; given back as null it would not pass an output that is nothing.
      return (earlier.answer ?? undefined) as A;
    }
    if (found.status === 'rejected') throw found.reason;
    let kept = false;
    const keep: Keep<A> = async (answer, ...writes) => {
      kept = true;
      const made = { clientId: id, action, contentHash, answer: answer ?? null };
      await inOneStatement(tx, [...writes, rememberedWrite(ctx.scope, made)], { last: true });
      return answer;
    };
    const answer = await work(tx, found.value, keep);
    return kept ? answer : keep(answer);
  });
}
