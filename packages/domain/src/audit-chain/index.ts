export * from './event.ts';
export * from './seal.ts';
export * from './verify-chain.ts';
