import type { RaiseOf } from '../raise.ts';
import type { DeductRule } from './settings.ts';

export const raise: RaiseOf<DeductRule> = () => [{ faults: {} }];
