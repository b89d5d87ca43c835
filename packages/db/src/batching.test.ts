import { expect, it } from 'vitest';
import { Batcher } from './batching.ts';

/** A batcher whose batches end when the test says so. */
function batcher() {
  const batches: { keys: readonly number[]; end: (error?: Error) => void }[] = [];
  const asked = new Batcher<number, string>(
    (keys) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error) => (error ? reject(error) : resolve(keys.map((key) => `answer ${key}`)));
        batches.push({ keys, end });
      }),
  );
  return { batches, asked };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('takes the first at once and those who come meanwhile together, each with their own answer', async () => {
  const { batches, asked } = batcher();
  const first = asked.ask(1);
  expect(batches.map(({ keys }) => keys)).toEqual([[1]]);
  const others = [asked.ask(2), asked.ask(3), asked.ask(2)];
  expect(batches).toHaveLength(1);
  batches[0]!.end();
  expect(await first).toBe('answer 1');
  await turn();
  expect(batches.map(({ keys }) => keys)).toEqual([[1], [2, 3, 2]]);
  batches[1]!.end();
  expect(await Promise.all(others)).toEqual(['answer 2', 'answer 3', 'answer 2']);
  await turn();
  expect(batches).toHaveLength(2);
});

it('fails those who were aboard, and nobody else', async () => {
  const { batches, asked } = batcher();
  const [first, second] = [asked.ask(1), asked.ask(2)];
  batches[0]!.end(new Error('lost'));
  await expect(first).rejects.toThrow('lost');
  await turn();
  batches[1]!.end();
  expect(await second).toBe('answer 2');
});

it('does not wait long for a batch that never ends', async () => {
  const { batches, asked } = batcher();
  void asked.ask(1);
  const second = asked.ask(2);
  await expect.poll(() => batches.length, { timeout: 2000, interval: 10 }).toBe(2);
  batches[1]!.end();
  expect(await second).toBe('answer 2');
});
