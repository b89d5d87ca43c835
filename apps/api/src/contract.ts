/** All that the web sees of the API: types. */
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter, createCaller } from './router.ts';

export type { AppRouter };
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
/** The caller that the server attaches to a page's request (`event.platform.req.api`). */
export type ApiCaller = ReturnType<typeof createCaller>;
export type { CookieToSet } from './trpc/context.ts';
