export { compareYears, type LineChange, type Standing, type UnitComparison } from './compare-years.ts';
export { nearThresholds, type NearThreshold } from './near-thresholds.ts';
export type { Suggestion } from './suggestion.ts';
export { whatWouldHelp, type Help, type Way } from './what-would-help.ts';
