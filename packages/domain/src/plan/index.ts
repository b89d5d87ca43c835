export * from './conduct.schema.ts';
