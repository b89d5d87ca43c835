import { expect } from 'vitest';
import { property } from '../../testing/property.ts';
import { fromChoices, randomChange, randomYear, withChange } from '../../testing/random-year/index.ts';
import { parseYear } from '../year-check/index.ts';
import { rescore, resultsOf, scoreYear, startScoring, whyOf, yearOf, type Change } from './index.ts';

/** A year, and changes of which each leaves it valid. */
const yearsWithChanges = fromChoices((choices) => {
  const year = randomYear(choices, 7);
  const changes: Change[] = [];
  let now = year;
  for (let left = choices.between(1, 8); left > 0; left -= 1) {
    const change = randomChange(choices, now);
    if (!change) continue;
    const next = withChange(now, change);
    if (!parseYear(next).ok) continue;
    changes.push(change);
    now = next;
  }
  return { year, changes };
});

const start = (year: unknown) => {
  const parsed = parseYear(year);
  if (!parsed.ok) throw new Error(`not valid: ${JSON.stringify(parsed.faults)}`);
  return { scored: startScoring(parsed.year), file: parsed.year };
};

property(
  'a year changed step by step is scored as from scratch, whys and digest too',
  350,
  yearsWithChanges,
  ({ year, changes }) => {
    let { scored } = start(year);
    let now = year;
    for (const change of changes) {
      now = withChange(now, change);
      scored = rescore(scored, change);
      expect(resultsOf(scored)).toEqual(scoreYear(start(now).file));
    }
    const { file } = start(now);
    const explained = scoreYear(file, { explain: true });
    expect(resultsOf(scored, { explain: true })).toEqual(explained);
    for (const why of explained.whys?.units ?? []) expect(whyOf(scored, why.unit)).toEqual(why);
    expect(scoreYear(yearOf(scored))).toEqual(scoreYear(file));
  },
);

property('a change leaves the year it started from as it was', 100, yearsWithChanges, ({ year, changes }) => {
  const { scored } = start(year);
  const before = structuredClone(resultsOf(scored));
  let after = scored;
  for (const change of changes) after = rescore(after, change);
  expect(resultsOf(scored)).toEqual(before);
});
