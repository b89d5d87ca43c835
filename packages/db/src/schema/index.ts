export * from './assignment.ts';
export * from './org.ts';
export * from './plan.ts';
export * from './platform.ts';
export * from './report.ts';
export * from './score.ts';
export * from './trace.ts';
export * from './ways-in.ts';
export { appRole, ownerRole } from './columns.ts';
