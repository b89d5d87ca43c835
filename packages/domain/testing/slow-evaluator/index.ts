/**
 * A second, slow scorer written from the text of the year-file format alone, to check the engine against. Plain
 * fractions, one search after another, no shortcut; it shares no line of code with the engine. It expects a valid file.
 */
export { digestOfUnits, evaluate } from './results.ts';
export type { Edge } from './quotas.ts';
export type * from './year-shape.ts';
