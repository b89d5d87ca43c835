import { expect } from 'vitest';
import { scoreYear } from '../scoring/index.ts';
import { property } from '../../testing/property.ts';
import { validYear, yearArbitrary } from '../../testing/random-year/index.ts';
import type { Group, Line } from '../year-file/index.ts';
import {
  explain,
  explainGrade,
  explainGroup,
  explainQuota,
  explainRank,
  explainTotal,
  ruleInBrief,
  ruleInWords,
} from './index.ts';

/** What a program says when it has nothing to say. */
const slips = /undefined|null|NaN|Infinity|\[object|÷ -?0(?![\d,.])|\.\.$/u;

function expectSentence(text: string): void {
  expect(text).toMatch(/^[\p{L}\p{N}“"−-].*[.”"]$/su);
  expect(text).not.toMatch(slips);
}

const linesOf = (group: Group): Line[] => [...(group.lines ?? []), ...(group.groups ?? []).flatMap(linesOf)];

property('every why is a sentence', 200, yearArbitrary(), (file) => {
  const year = validYear(file);
  const { plan } = year;
  for (const line of plan.groups.flatMap(linesOf)) {
    expectSentence(ruleInWords(line));
    expect(ruleInBrief(line)).toMatch(/\p{L}/u);
  }
  for (const why of scoreYear(year, { explain: true, digest: false }).whys?.units ?? []) {
    for (const line of why.lines) expectSentence(explain(line));
    for (const group of why.groups) expectSentence(explainGroup(group));
    expectSentence(explainTotal(why.total, plan));
    expectSentence(explainGrade(why.grade, plan));
    expectSentence(explainRank(why.rank, plan));
    for (const quota of why.quotas) expectSentence(explainQuota(quota, plan));
  }
});
