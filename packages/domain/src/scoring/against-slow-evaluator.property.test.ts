import { expect } from 'vitest';
import { property } from '../../testing/property.ts';
import { validYear, yearArbitrary } from '../../testing/random-year/index.ts';
import { evaluate } from '../../testing/slow-evaluator/index.ts';
import { scoreYear } from './index.ts';

property('the engine gives what the slow evaluator gives, to the digest', 1500, yearArbitrary(), (year) => {
  expect(scoreYear(validYear(year))).toEqual(evaluate(year).results);
});

property('asking for the whys changes no result', 300, yearArbitrary(), (year) => {
  const { whys: _whys, ...results } = scoreYear(validYear(year), { explain: true });
  expect(results).toEqual(scoreYear(validYear(year)));
});
