export type * from '../scoring/why/whys.ts';
export { explain, ruleInBrief, ruleInWords } from './explain-line.ts';
export { goalInBrief } from './goal-in-brief.ts';
export { explainGrade, explainGroup, explainQuota, explainRank, explainTotal, keyInWords } from './explain-total.ts';
