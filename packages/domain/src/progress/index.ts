export * from './assemble-year.ts';
export * from './input.ts';
export * from './points-so-far.ts';
export * from './verdict.ts';
