import { expect, test } from 'vitest';
import { parseReceiptNumber, receiptNumber } from './receipt.ts';

test('receipt numbers are read back as they are written', () => {
  expect(receiptNumber('BC', 2026, 123)).toBe('BC-2026-000123');
  expect(parseReceiptNumber(' bc-2026-000123 ')).toEqual({ kind: 'BC', year: 2026, running: 123 });
  expect(parseReceiptNumber('KY-2026-000007')).toEqual({ kind: 'KY', year: 2026, running: 7 });
  // One of several that once shared a number.
  expect(parseReceiptNumber('ky-2026-000007-2')).toEqual({ kind: 'KY', year: 2026, running: 7 });
  for (const wrong of ['BC-26-000123', 'XX-2026-000123', 'BC-2026-123', 'KY-2026-000007-', ''])
    expect(parseReceiptNumber(wrong)).toBeUndefined();
});
