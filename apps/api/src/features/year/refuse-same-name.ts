import type { Grouping } from '@giaouoc/db/queries/year-setup';
import { Refused } from '../../trpc/errors.ts';
import { sameName } from './code-from-name.ts';

const nameTaken = { block: 'block-name-taken', cluster: 'cluster-name-taken' } as const;

/** @throws block-name-taken, cluster-name-taken with the name that is there */
export function refuseSameName(grouping: Grouping, name: string, others: readonly { name: string }[]): void {
  const same = others.find((one) => sameName(one.name, name));
  if (same) throw new Refused(nameTaken[grouping], { name: same.name });
}
