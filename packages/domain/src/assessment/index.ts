export * from './case-after.ts';
export * from './case.ts';
export * from './judge.ts';
export * from './undo.ts';
