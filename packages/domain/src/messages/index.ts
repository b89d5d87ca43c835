import type { ErrorCode } from '../error-codes.ts';
import type { Detail } from '../result.ts';
import { account } from './account.ts';
import { assessment } from './assessment.ts';
import { evidence } from './evidence.ts';
import { figure } from './figure.ts';
import { general } from './general.ts';
import { plan } from './plan.ts';
import { said, type Sentence } from './sentence.ts';
import { unit } from './unit.ts';
import { workbook } from './workbook.ts';

/** P1: every code has its sentence, here and nowhere else. A code without one does not compile. */
const sentences: Record<ErrorCode, Sentence> = {
  ...general,
  ...account,
  ...evidence,
  ...figure,
  ...plan,
  ...assessment,
  ...unit,
  ...workbook,
};

/**
 * The sentence for a code, in Vietnamese unless asked otherwise. On the server mostly: refusals of actions and error
 * pages arrive with their sentence. In the browser import this file lazily: it is 10 kB.
 */
export function sentence(code: ErrorCode, detail: Detail = {}, language: 'vi' | 'en' = 'vi'): string {
  return said(sentences[code], detail, language);
}
