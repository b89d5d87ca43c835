import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawKey, numbersOf } from './numbers.ts';

const seed = 'a3'.repeat(32);

test('the key is the SHA-256 of the canonical text', () => {
  const text = `{"contributions":[{"by":"A","text":"hoa phượng 47"}],"seed":"${seed}"}`;
  const key = createHash('sha256').update(text, 'utf8').digest('hex');
  expect(Buffer.from(drawKey([{ text: 'hoa phượng 47', by: 'A' }], seed)).toString('hex')).toBe(key);
});

/** The numbers of so many blocks as another library makes them. */
function wordsOf(key: Uint8Array, blocks: number): number[] {
  return Array.from({ length: blocks }, (_, index) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(index);
    const block = createHmac('sha256', key).update(counter).digest();
    return Array.from({ length: 8 }, (_one, word) => block.readUInt32BE(word * 4));
  }).flat();
}

// Half of all numbers are passed over for the second m, a quarter for the third; hardly ever one for what draws ask.
test.each([2 ** 32, 2 ** 31 + 1, 3 * 2 ** 30, 2, 7])('numbers below %i, over 300 blocks', (m) => {
  const key = drawKey([], seed);
  const words = wordsOf(key, 300);
  const end = 2 ** 32 - (2 ** 32 % m);
  const expected = words.filter((word) => word < end).map((word) => word % m);
  const below = numbersOf(key);
  expect(expected.map(() => below(m))).toEqual(expected);
  expect(expected.length === words.length).toBe(!words.some((word) => word >= end));
});
