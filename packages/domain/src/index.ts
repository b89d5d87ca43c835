export * from './year-file/index.ts';
export * from './scoring/index.ts';
export * from './year-check/index.ts';
export * from './explain/index.ts';
export * from './what-if/index.ts';
export * from './numbers/index.ts';
export * from './words/numbers.ts';
