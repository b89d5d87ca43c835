export * from './capabilities.ts';
export * from './permissions.ts';
export * from './roles.ts';
