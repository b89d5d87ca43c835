import { expect, it } from 'vitest';
import { Batcher } from './batching.ts';

/** A ferry whose crossings end when the test says so. */
function ferry() {
  const crossings: { keys: readonly number[]; end: (error?: Error) => void }[] = [];
  const asked = new Batcher<number, string>(
    (keys) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error) => (error ? reject(error) : resolve(keys.map((key) => `answer ${key}`)));
        crossings.push({ keys, end });
      }),
  );
  return { crossings, asked };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('takes the first at once and those who come meanwhile together, each with their own answer', async () => {
  const { crossings, asked } = ferry();
  const first = asked.ask(1);
  expect(crossings.map(({ keys }) => keys)).toEqual([[1]]);
  const others = [asked.ask(2), asked.ask(3), asked.ask(2)];
  expect(crossings).toHaveLength(1);
  crossings[0]!.end();
  expect(await first).toBe('answer 1');
  await turn();
  expect(crossings.map(({ keys }) => keys)).toEqual([[1], [2, 3, 2]]);
  crossings[1]!.end();
  expect(await Promise.all(others)).toEqual(['answer 2', 'answer 3', 'answer 2']);
  await turn();
  expect(crossings).toHaveLength(2);
});

it('fails those who were aboard, and nobody else', async () => {
  const { crossings, asked } = ferry();
  const [first, second] = [asked.ask(1), asked.ask(2)];
  crossings[0]!.end(new Error('lost'));
  await expect(first).rejects.toThrow('lost');
  await turn();
  crossings[1]!.end();
  expect(await second).toBe('answer 2');
});

it('does not wait long for a crossing that never ends', async () => {
  const { crossings, asked } = ferry();
  void asked.ask(1);
  const second = asked.ask(2);
  await expect.poll(() => crossings.length, { timeout: 2000, interval: 10 }).toBe(2);
  crossings[1]!.end();
  expect(await second).toBe('answer 2');
});
