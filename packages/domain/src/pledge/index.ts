export * from './decline-pledge.ts';
export * from './own-target.ts';
export * from './paper-pledge.ts';
export * from './pledge-content.ts';
export * from './pledge-state.ts';
export * from './sign-pledge.ts';
