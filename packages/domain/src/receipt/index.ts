export * from './keys.ts';
export * from './signed-receipt.ts';
