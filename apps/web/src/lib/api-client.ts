import type { AppRouter } from '@giaouoc/api/contract';
import { createTRPCClient, httpBatchLink, httpLink, isNonJsonSerializable, splitLink } from '@trpc/client';

const url = '/trpc';

/** The API from the browser: questions asked together travel together, files on their own. */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => isNonJsonSerializable(operation.input),
      true: httpLink({ url }),
      // A batch's address carries its inputs; old proxies cut addresses at 2 kB.
      false: httpBatchLink({ url, maxURLLength: 1800, maxItems: 10 }),
    }),
  ],
});
