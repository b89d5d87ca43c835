import type { RaiseOf } from '../raise.ts';
import type { YesNoRule } from './settings.ts';

export const raise: RaiseOf<YesNoRule> = () => [{ yes: true }];
