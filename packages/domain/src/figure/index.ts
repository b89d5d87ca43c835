export * from './combine.ts';
export * from './exact.ts';
export * from './figure.ts';
export * from './fits.ts';
export * from './in-words.ts';
export * from './parse-figure.ts';
export * from './same-figure.ts';
