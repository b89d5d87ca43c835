export type { CrossCase, CrossRule } from './cross-case.schema.ts';
export { crossScore, type CrossScore } from './cross-score.ts';
export { parseCrossCase, parseCrossCaseText } from './parse-cross-case.ts';
