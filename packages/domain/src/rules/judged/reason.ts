import { formatNumber } from '../../words/numbers.ts';
import { approximately } from '../../numbers/rational.ts';
import { figureNumber, type ReasonOf } from '../reason.ts';
import type { JudgedRule } from './settings.ts';

/** Outcome: judged. */
export const reason: ReasonOf<JudgedRule> = (_rule, { figure }) => {
  const raw = figureNumber(figure);
  return { outcome: 'judged', value: approximately(raw), formula: formatNumber(approximately(raw)), raw, limit: null };
};
