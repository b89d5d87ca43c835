import { expect, it } from 'vitest';
import { steadyRandom } from './demo/steady-random.ts';
import { FairQueue, QueueFull } from './fair-queue.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('never lets more be under way than it may, of one or of all, and forgets nobody', async () => {
  const random = steadyRandom(7);
  const upTo = (most: number) => random.between(1, most);
  for (let round = 0; round < 60; round++) {
    const limits = { atOnce: upTo(5), ofOne: upTo(3) };
    const queue = new FairQueue({ ...limits, waitingOfOne: 30 });
    const now = new Map<string, number>();
    const work = async (key: string, ticks: number) => {
      const leave = await queue.enter(key);
      now.set(key, (now.get(key) ?? 0) + 1);
      expect(now.get(key)).toBeLessThanOrEqual(limits.ofOne);
      expect([...now.values()].reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(limits.atOnce);
      for (let tick = 0; tick < ticks; tick++) await settled();
      now.set(key, now.get(key)! - 1);
      leave();
    };
    await Promise.all(Array.from({ length: upTo(30) }, () => work('abc'[upTo(3) - 1]!, upTo(4))));
  }
});

it('gives each a turn before anybody a second one', async () => {
  const queue = new FairQueue({ atOnce: 1, ofOne: 1, waitingOfOne: 10 });
  const order: string[] = [];
  const work = async (key: string) => {
    const leave = await queue.enter(key);
    order.push(key);
    await settled();
    leave();
  };
  await Promise.all(['a', 'a', 'a', 'a', 'b', 'c'].map(work));
  expect(order).toEqual(['a', 'a', 'b', 'c', 'a', 'a']);
});

it('refuses at once whose own queue is full, and nobody else', async () => {
  const queue = new FairQueue({ atOnce: 2, ofOne: 1, waitingOfOne: 2 });
  const leave = await queue.enter('a');
  const waits = [queue.enter('a'), queue.enter('a')];
  await expect(queue.enter('a')).rejects.toBeInstanceOf(QueueFull);
  (await queue.enter('b'))();
  leave();
  for (const one of waits) (await one)();
  (await queue.enter('a'))();
});
