import os from 'node:os';
import { FairQueue, QueueFull } from '../fair-queue.ts';
import { Refused } from '../trpc/errors.ts';

/**
 * One hash takes a core for some ten milliseconds and a thread of the few that compression and files need too. One core, and
 * all threads but one or two, stay with everybody else.
 */
const atOnce = Math.max(1, os.availableParallelism() - 1);

/**
 * Who asks for work on a password: people with a session or on a device that has signed in before, and everybody else. Each
 * has a queue of its own, which take turns, so that a crowd of strangers keeps nobody from signing.
 */
export type PasswordLane = 'known' | 'stranger';

/** About two seconds of work; a hall of fifty chairs at one moment fits four times. */
const queue = new FairQueue({ atOnce, ofOne: atOnce, waitingOfOne: 200 });

/**
 * Waits for a turn to work on passwords. To be asked for before an attempt is counted: who is told to come again has tried
 * nothing.
 *
 * @throws sign-in-busy at once when too many wait already
 */
export async function inPasswordTurn<T>(lane: PasswordLane, work: () => Promise<T>): Promise<T> {
  const leave = await queue.enter(lane).catch((error: unknown) => {
    throw error instanceof QueueFull ? new Refused('sign-in-busy') : error;
  });
  try {
    return await work();
  } finally {
    leave();
  }
}
