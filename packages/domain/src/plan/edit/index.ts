export * from './conduct.ts';
export * from './groups.ts';
export * from './lines.ts';
export * from './rename.ts';
export * from './order.ts';
export * from './renumber.ts';
export * from './settings.ts';
export * from './stages.ts';
export { isTaken } from './tree.ts';
