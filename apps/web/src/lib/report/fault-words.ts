import type { FieldFault } from '@giaouoc/domain/figure/parse-figure';
import { number } from '@giaouoc/domain/words/numbers';
import { figure } from '@giaouoc/domain/messages/figure';
import { general } from '@giaouoc/domain/messages/general';
import { said, type Sentence } from '@giaouoc/domain/messages/sentence';

/** The few sentences a typed figure can need: with them a page says them with the network off too. */
const sentences: Partial<Record<string, Sentence>> = { ...general, ...figure };

/** A fault of a field in words; numbers as Vietnamese write them. */
export function faultWords(fault: Pick<FieldFault, 'code' | 'detail'>): string {
  const detail = fault.detail && {
    ...fault.detail,
    ...(Array.isArray(fault.detail['values']) && {
      values: fault.detail['values'].map((value) => number(String(value))),
    }),
    ...(typeof fault.detail['part'] === 'string' && { part: number(fault.detail['part']) }),
    ...(typeof fault.detail['whole'] === 'string' && { whole: number(fault.detail['whole']) }),
  };
  return said(sentences[fault.code] ?? general['invalid-input'], detail ?? {});
}

/** What keeps a line from being saved, said once each. */
export const faultsInWords = (faults: readonly Pick<FieldFault, 'code' | 'detail'>[]): string | undefined =>
  faults.length === 0 ? undefined : [...new Set(faults.map(faultWords))].join(' ');
