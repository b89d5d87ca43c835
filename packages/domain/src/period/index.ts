export * from './local-time.ts';
export * from './period.ts';
export * from './school-year.ts';
