import fc from 'fast-check';
import { expect, test } from 'vitest';
import { property } from '../../testing/property.ts';
import type { Json } from '../hash/index.ts';
import { receiptFault, signedReceipt, signedReceiptSchema } from './index.ts';

const isSigned = (hash: string, signature: string): boolean => signature === `signed ${hash}`;
const issue = (content: Json) => {
  const { hash } = signedReceipt(content, '');
  return signedReceipt(content, `signed ${hash}`);
};

property(
  'a receipt holds, with its keys in any order, until anything in it is another',
  200,
  fc.dictionary(fc.string(), fc.jsonValue()),
  (drawn) => {
    const content = JSON.parse(JSON.stringify(drawn)) as Record<string, Json>;
    const receipt = issue(content);
    expect(receiptFault(receipt, isSigned)).toBeUndefined();
    const turned = Object.fromEntries(Object.entries(content).reverse());
    expect(receiptFault({ ...receipt, content: turned }, isSigned)).toBeUndefined();
    expect(receiptFault({ ...receipt, content: { ...content, 'one more': 1 } }, isSigned)).toBe('hash differs');
    expect(receiptFault({ ...issue({ ...content, 'one more': 1 }), signature: receipt.signature }, isSigned)).toBe(
      'not signed',
    );
  },
);

test('a receipt is its three parts and nothing else', () => {
  const receipt = issue({ number: 'BC-2026-000001' });
  expect(signedReceiptSchema.safeParse(receipt).success).toBe(true);
  for (const wrong of [
    { ...receipt, more: 1 },
    { ...receipt, hash: receipt.hash.replace('sha256:', '') },
    { ...receipt, content: [1] },
    { hash: receipt.hash, signature: receipt.signature },
  ])
    expect(signedReceiptSchema.safeParse(wrong).success).toBe(false);
});
