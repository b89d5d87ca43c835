export type { CrossResult } from './cross.ts';
export type { DrawResult, SampleResult, TieResult } from './draw-result.ts';
export type { Contribution, CrossContext, DrawContext, DrawFile, SampleContext, TieContext } from './draw.schema.ts';
export { differenceWords } from './difference-words.ts';
export { drawCommitment, makeDraw, type DrawGiven } from './make-draw.ts';
export { drawKey } from './numbers.ts';
export { parseDraw, parseDrawContext, parseDrawText } from './parse-draw.ts';
export { verifyDraw, type DrawDifference } from './verify-draw.ts';
