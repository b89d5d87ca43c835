export * from './year-status.ts';
