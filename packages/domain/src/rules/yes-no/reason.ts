import { rational, ZERO } from '../../numbers/rational.ts';
import type { ReasonOf } from '../reason.ts';
import type { YesNoRule } from './settings.ts';

/** Outcomes: yes, no. */
export const reason: ReasonOf<YesNoRule> = (_rule, { figure, max }) =>
  figure?.yes === true
    ? { outcome: 'yes', formula: 'Có', raw: rational(max), limit: null }
    : { outcome: 'no', formula: 'Không', raw: ZERO, limit: null };
