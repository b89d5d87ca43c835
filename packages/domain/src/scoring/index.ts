// The public face of the engine. The whys as sentences are in ../explain.

export * from './results.ts';
export type { LineStatus } from './line-status.ts';
export { compilePlan } from './compile-plan.ts';
export type { CompiledLine, CompiledPlan } from './compiled.ts';
export { digestOf } from './digest.ts';
export { resultsOf, scoreYear } from './results-of.ts';
export type { ScoredYear } from './scored-year.ts';
export { rescore, yearOf, type Change } from './rescore.ts';
export { pointsWhyByPlace, whyOf, type PointsWhy } from './why/unit-why.ts';
export { scoreLine, type LineInput, type LineScore } from './score-line.ts';
export { startScoring } from './start-scoring.ts';
export * from './columns.ts';
export { columnsOf } from './columns-of.ts';
export { lineWhyAt } from './line-why-at.ts';
export { scoreInputsOf } from './score-inputs.ts';
export { marksOf, type Mark } from './marks-of.ts';
export { scoreTotals } from './score-totals.ts';
export * from './stored-score.ts';
