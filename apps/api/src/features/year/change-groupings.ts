import { recordAudit } from '@giaouoc/db/queries/audit';
import {
  addGroupings,
  listGroupings,
  removeGrouping as remove,
  renameGrouping as rename,
  type Grouping,
} from '@giaouoc/db/queries/year-setup';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { freeCodeFromName } from './code-from-name.ts';
import { codeTaken, taken } from './create-year.ts';
import { refuseSameName } from './refuse-same-name.ts';
import { getYear } from './get-year.ts';
import type { AddGroupingInput, RemoveGroupingInput, RenameGroupingInput } from './year.schema.ts';

const inUse = { block: 'block-in-use', cluster: 'cluster-in-use' } as const;

/** @throws not-found, block-name-taken, cluster-name-taken; where a code is given, block-code-taken, cluster-code-taken */
export function addGrouping(ctx: Member, grouping: Grouping, input: AddGroupingInput): Promise<{ code: string }> {
  const action = `year.add-${grouping}`;
  return writeInYear(ctx, { action, work: 'organise' }, input, async (tx) => {
    const { yearId, name } = input;
    const year = await getYear(tx, ctx.scope, yearId);
    const there = grouping === 'block' ? year.blocks : year.clusters;
    refuseSameName(grouping, name, there);
    const all = there.map((one) => one.code);
    const code = input.code ?? freeCodeFromName(name, all);
    if (there.some((one) => one.code === code)) throw new Refused(codeTaken[grouping]);
    await taken(codeTaken[grouping], () => addGroupings(tx, ctx.scope, yearId, grouping, [{ code, name }]));
    await recordAudit(tx, ctx.scope, { action, subject: name, yearId, after: { code, name } });
    return { code };
  });
}

/** @throws not-found, block-name-taken, cluster-name-taken */
export function renameGrouping(ctx: Member, grouping: Grouping, input: RenameGroupingInput): Promise<{ code: string }> {
  const action = `year.rename-${grouping}`;
  return writeInYear(ctx, { action, work: 'organise' }, input, async (tx) => {
    const { yearId, code, name } = input;
    const there = await listGroupings(tx, ctx.scope, yearId, grouping);
    const before = there.find((one) => one.code === code);
    refuseSameName(
      grouping,
      name,
      there.filter((one) => one !== before),
    );
    if (!before || !(await rename(tx, ctx.scope, yearId, grouping, code, name))) throw new Refused('not-found');
    await recordAudit(tx, ctx.scope, { action, subject: name, yearId, before: before.name, after: name });
    return { code };
  });
}

/** @throws not-found, block-in-use, cluster-in-use */
export function removeGrouping(ctx: Member, grouping: Grouping, input: RemoveGroupingInput): Promise<{ code: string }> {
  const action = `year.remove-${grouping}`;
  return writeInYear(ctx, { action, work: 'organise' }, input, async (tx) => {
    const { yearId, code } = input;
    const before = (await listGroupings(tx, ctx.scope, yearId, grouping)).find((one) => one.code === code);
    if (!before) throw new Refused('not-found');
    if (before.units > 0) throw new Refused(inUse[grouping], { units: before.units });
    await remove(tx, ctx.scope, yearId, grouping, code);
    await recordAudit(tx, ctx.scope, { action, subject: before.name, yearId, before });
    return { code };
  });
}
