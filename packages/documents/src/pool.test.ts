import { afterEach, describe, expect, test } from 'vitest';
import { createPool, PoolError, type Pool, type PoolOptions } from './pool.ts';
import { startProcess, startThread } from './runner.ts';

const script = new URL('../testing/runner-that-fails.ts', import.meta.url);
const kinds = { thread: startThread(script), process: startProcess(script, 32) };
let pool: Pool;

afterEach(() => pool.close());

const reason = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof PoolError ? error.reason : error),
  );

describe.each(Object.entries(kinds))('a pool, each runner a %s', (_, start) => {
  function open(options: Partial<PoolOptions> = {}): Pool {
    pool = createPool({ start, size: 1, timeoutMs: 20_000, idleMs: 10_000, maxQueue: 100, ...options });
    return pool;
  }

  test('answers each task with its own answer, in any number', async () => {
    open({ size: 2 });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => pool.run('echo', { i })));
    expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => ({ i })));
  });

  test('starts at most its size, and keeps its runners', async () => {
    open({ size: 2 });
    const runners = await Promise.all(Array.from({ length: 12 }, () => pool.run('slow', 5)));
    expect(new Set(runners).size).toBe(2);
    expect(runners).toContain(await pool.run('runner', null));
  });

  test('passes on what went wrong, and goes on with the same runner', async () => {
    open();
    const runner = await pool.run('runner', null);
    await expect(pool.run('fail', null)).rejects.toMatchObject({ reason: 'failed', cause: { message: 'bad data' } });
    expect(await reason(pool.run('echo', () => 'not to be copied'))).toBe('failed');
    expect(await pool.run('runner', null)).toBe(runner);
  });

  test.each([
    ['crash', 'crashed'],
    ['throw', 'crashed'],
  ])('a runner that ends by %s fails its own task only; the next ones get a new runner', async (kind, why) => {
    open();
    const results = await Promise.all([
      reason(pool.run('echo', 1)),
      reason(pool.run(kind, null)),
      reason(pool.run('echo', 2)),
    ]);
    expect(results).toEqual(['answered', why, 'answered']);
  });

  test('gives up a task that takes too long, and its runner', async () => {
    open({ timeoutMs: 2000 });
    const runner = await pool.run('runner', null);
    const results = await Promise.all([reason(pool.run('slow', 60_000)), pool.run('runner', null)]);
    expect(results[0]).toBe('timed-out');
    expect(results[1]).not.toBe(runner);
  });

  test('refuses more waiting tasks than it may hold', async () => {
    open({ maxQueue: 2 });
    const all = Array.from({ length: 4 }, () => reason(pool.run('slow', 20)));
    expect((await Promise.all(all)).sort()).toEqual(['answered', 'answered', 'answered', 'queue-full']);
  });

  test('ends idle runners', async () => {
    open({ idleMs: 50 });
    const runner = await pool.run('runner', null);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await pool.run('runner', null)).not.toBe(runner);
  });

  test('closing fails what waits and what comes after', async () => {
    open();
    const waiting = [reason(pool.run('slow', 60_000)), reason(pool.run('echo', 1))];
    await pool.close();
    expect(await Promise.all(waiting)).toEqual(['closed', 'closed']);
    expect(await reason(pool.run('echo', 1))).toBe('closed');
  });
});

describe('a process for files that nobody has vouched for', () => {
  const open = () =>
    (pool = createPool({ start: kinds.process, size: 1, timeoutMs: 20_000, idleMs: 10_000, maxQueue: 100 }));

  test('that eats memory ends alone', async () => {
    open();
    expect(await reason(pool.run('eat', null))).toBe('out-of-memory');
    expect(await pool.run('echo', 'alive')).toBe('alive');
  });

  test('sees no environment, writes no file and starts nothing', async () => {
    process.env['GIAOUOC_SECRET_OF_THIS_TEST'] = 'x';
    open();
    expect(await pool.run('secrets', null)).not.toContain('GIAOUOC_SECRET_OF_THIS_TEST');
    expect(await pool.run('may', 'fs.write')).toBe(false);
    expect(await pool.run('may', 'child')).toBe(false);
  });
});
