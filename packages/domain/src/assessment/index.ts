export * from './assessment.ts';
export * from './judge.ts';
export * from './undo.ts';
