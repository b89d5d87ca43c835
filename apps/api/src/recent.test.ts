import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('keeps what was asked for lately, lets go of what was not, and makes each thing once while it is kept', async () => {
  const made: string[] = [];
  const recent = new Recent<string>(2);
  const ask = (key: string) =>
    recent.get(key, () => {
      made.push(key);
      return `${key}!`;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(`${key}!`);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

it('keeps nothing of what could not be made', async () => {
  const recent = new Recent<number>(2);
  await expect(recent.get('a', () => Promise.reject(new Error('not now')))).rejects.toThrow('not now');
  expect(await recent.get('a', () => 1)).toBe(1);
});
