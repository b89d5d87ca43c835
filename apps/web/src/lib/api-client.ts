import type { AppRouter } from '@giaouoc/api/contract';
import { faultOf, type Fault } from './fault-of.ts';
import { general } from './messages/general.ts';
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

/** What a failed call of `client` means, said. Loads the other sentences only when one is needed. */
export async function sayFault(error: unknown): Promise<Fault & { message: string }> {
  const fault = faultOf(error);
  // Without a network the list could not be fetched, and this one is known.
  if (fault.code === 'server-unreachable') return { ...fault, message: general['server-unreachable'].vi };
  const { sentence } = await import('./messages/index.ts');
  return { ...fault, message: sentence(fault.code, fault.detail) };
}
