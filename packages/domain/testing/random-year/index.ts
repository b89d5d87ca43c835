/** Random valid plans and years for fast-check; see `choices.ts` for how they shrink. */
import type fc from 'fast-check';
import type { SlowPlan, SlowYear } from '../slow-evaluator/index.ts';
import { fromChoices } from './choices.ts';
import { randomYear } from './year.ts';

export { fromChoices } from './choices.ts';
export { randomYear } from './year.ts';
export { randomChange, withChange } from './changes.ts';
export { mutated, resolve } from './mutations.ts';
export { validYear } from './valid-year.ts';

/** Valid years with up to ten units (or so many). */
export const yearArbitrary = (mostUnits = 10): fc.Arbitrary<SlowYear> =>
  fromChoices((choices) => randomYear(choices, mostUnits));

/** Valid plans, each valid for the blocks it names. */
export const planArbitrary = (): fc.Arbitrary<SlowPlan> => yearArbitrary(0).map((year) => year.plan);
