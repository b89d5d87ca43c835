export * from './day.ts';
export * from './decimal.ts';
export * from './rational.ts';
