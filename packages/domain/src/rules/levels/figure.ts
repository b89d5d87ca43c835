import { compareDecimals } from '../../numbers/decimal.ts';
import { refuse } from '../../result.ts';
import { addCounts, knownCodes, readCounts, sameCode } from '../coded-figure.ts';
import type { RuleFigure } from '../rule-figure.ts';
import type { LevelsRule } from './settings.ts';

export const figure: RuleFigure<LevelsRule> = {
  input: ({ rule }) => (rule.pick === 'one' ? 'oneLevel' : 'manyLevels'),
  ways: ({ rule }) => (rule.pick === 'one' ? ['latest', 'max'] : ['sum', 'latest']),
  fits({ rule }, given) {
    if (!('levels' in given)) return refuse('figure-other-sort');
    const reached = Object.entries(given.levels);
    if (rule.pick === 'one' && (reached.length !== 1 || reached[0]?.[1] !== 1)) return refuse('figure-other-sort');
    return knownCodes(given, Object.keys(given.levels), rule.levels);
  },
  read(form, { rule }) {
    if (rule.pick === 'many') {
      const levels = readCounts(form, 'levels', rule.levels);
      return levels === undefined ? undefined : { levels };
    }
    const code = form.text('level');
    if (code === '') return undefined;
    const level = rule.levels.find((entry) => sameCode(entry.code, code));
    return level === undefined
      ? form.fault('level', 'choice-unknown', { choice: code })
      : { levels: { [level.code]: 1 } };
  },
  sum({ rule }, figures) {
    if (rule.pick !== 'many' || !figures.every((given) => 'levels' in given)) return undefined;
    const counts = figures.map(({ levels }) => levels);
    return { figure: { levels: addCounts(counts, rule.levels) } };
  },
  largest({ rule }, figures) {
    if (rule.pick !== 'one' || !figures.every((given) => 'levels' in given)) return undefined;
    // Of two levels with equal points the one the plan names first, so that the order of periods does not matter.
    const reached = rule.levels.filter((level) => figures.some((given) => Object.hasOwn(given.levels, level.code)));
    const best = reached.reduce<(typeof reached)[number] | undefined>(
      (top, level) => (top === undefined || compareDecimals(level.points, top.points) > 0 ? level : top),
      undefined,
    );
    return best === undefined ? undefined : { figure: { levels: { [best.code]: 1 } } };
  },
};
