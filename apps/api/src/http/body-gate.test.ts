import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { bodyGate } from './body-gate.ts';

const here = new AbortController().signal;
/** Whether a turn has come by now. */
const came = async (turn: Promise<unknown>) => (await Promise.race([turn, sleep(1, 'waits')])) !== 'waits';

it('holds no more bytes at once than it may, first come first served', async () => {
  const enter = bodyGate({ mostBytes: 100, mostOfOne: { requests: 10, bytes: 1000 }, patience: 1000 });
  const first = await enter('a', 60, here);
  const second = enter('b', 60, here);
  const third = enter('c', 10, here);
  // The small one would fit, but not before who came earlier.
  expect([await came(second), await came(third)]).toEqual([false, false]);
  first!();
  expect([await came(second), await came(third)]).toEqual([true, true]);
});

it('lets one that is larger than everything in alone', async () => {
  const enter = bodyGate({ mostBytes: 100, mostOfOne: { requests: 10, bytes: 1000 }, patience: 1000 });
  const leave = await enter('a', 500, here);
  const next = enter('b', 1, here);
  expect(await came(next)).toBe(false);
  leave!();
  expect(await came(next)).toBe(true);
});

it('lets whoever sends many wait for themselves only', async () => {
  const enter = bodyGate({ mostBytes: 100, mostOfOne: { requests: 2, bytes: 1000 }, patience: 1000 });
  const own = await Promise.all([enter('a', 1, here), enter('a', 1, here)]);
  const third = enter('a', 1, here);
  const other = enter('b', 1, here);
  expect([await came(third), await came(other)]).toEqual([false, true]);
  own[0]!();
  expect(await came(third)).toBe(true);
});

it('gives no one person so much that others wait for their slow network', async () => {
  const enter = bodyGate({ mostBytes: 100, mostOfOne: { requests: 10, bytes: 40 }, patience: 1000 });
  const own = [enter('a', 20, here), enter('a', 20, here), enter('a', 20, here)];
  const large = enter('b', 60, here);
  expect(await Promise.all([...own, large].map(came))).toEqual([true, true, false, true]);
});

it('forgets who has gone or waited too long, and lets the next one in', async () => {
  const enter = bodyGate({ mostBytes: 100, mostOfOne: { requests: 10, bytes: 1000 }, patience: 30 });
  const leave = await enter('a', 90, here);
  const going = new AbortController();
  const gone = enter('b', 90, going.signal);
  const patient = enter('c', 5, here);
  going.abort();
  expect(await gone).toBeNull();
  expect(await came(patient)).toBe(true);
  expect(await enter('d', 90, here)).toBeNull();
  leave!();
  expect(await came(enter('e', 90, here))).toBe(true);
});
