export * from './block-of-row.ts';
export * from './groupings.ts';
export * from './kinds.ts';
export * from './names.ts';
export * from './unit-code.ts';
export * from './unit-code-proposals.ts';
export * from './unit-names.ts';
export * from './unit-rows.ts';
