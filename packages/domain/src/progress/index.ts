export * from './assemble-year.ts';
export * from './cell-state.ts';
export * from './heat-map.ts';
export * from './input.ts';
export * from './points-so-far.ts';
export * from './provisional-blockers.ts';
export * from './tasks-of.ts';
export * from './verdict.ts';
