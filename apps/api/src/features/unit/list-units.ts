import type { Scoped } from '@giaouoc/db';
import { listAccounts, listPeople, listUnits, newestInvitations, type UnitRow } from '@giaouoc/db/queries/unit/list';
import { currentYear } from '@giaouoc/db/queries/year';
import { may } from '@giaouoc/domain/access/index';
import { compareVietnamese, matchesSearch } from '@giaouoc/domain/text/normalize';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { ListInput, PersonOutput } from './unit.schema.ts';

const pageSize = 100;

/** Units of a year with their people, a page at a time; five queries however many there are. */
export function listUnitsOfYear(ctx: Member, input: ListInput) {
  return ctx.inScope(async (tx) => {
    const yearId = (await currentYear(tx, ctx.scope, input.yearId))?.id;
    if (yearId === undefined) throw new Refused('not-found');
    const all = await listUnits(tx, ctx.scope, yearId);
    const found = all.filter((unit) => fits(unit, input)).sort((a, b) => compareVietnamese(a.name, b.name));
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(input.page, pages);
    const shown = found.slice((page - 1) * pageSize, page * pageSize);
    const people = await peopleOf(
      ctx,
      tx,
      found.map((unit) => unit.id),
    );
    const uninvited = found
      .filter((unit) => !unit.archived)
      .flatMap((unit) => (people.get(unit.id) ?? []).filter((one) => !one.activated).map((one) => one.membershipId));
    return {
      yearId,
      units: shown.map((unit) => ({ ...unit, people: people.get(unit.id) ?? [] })),
      total: found.length,
      page,
      pages,
      uninvited,
    };
  });
}

/** @throws not-found */
export function getUnit(ctx: Member, { yearId: asked, unitId }: { yearId?: string | undefined; unitId: string }) {
  return ctx.inScope(async (tx) => {
    const yearId = (await currentYear(tx, ctx.scope, asked))?.id;
    const unit =
      yearId === undefined ? undefined : (await listUnits(tx, ctx.scope, yearId, unitId)).find((u) => u.id === unitId);
    if (!unit) throw new Refused('not-found');
    return { ...unit, people: (await peopleOf(ctx, tx, [unitId])).get(unitId) ?? [] };
  });
}

function fits(unit: UnitRow, { search, blockCode, clusterCode, show }: ListInput): boolean {
  if (show === 'archived' ? !unit.archived : show !== 'all' && unit.archived) return false;
  if (show === 'leftOut' && !unit.place?.leftOut) return false;
  if (show === 'present' && unit.place?.leftOut) return false;
  if (blockCode && unit.place?.blockCode !== blockCode) return false;
  if (clusterCode && unit.place?.clusterCode !== clusterCode) return false;
  return !search || matchesSearch(`${unit.code} ${unit.name}`, search);
}

/**
 * Who works for these units (or, under the key null, for the federation), and how far each is on the way in. Nobody for those who
 * may not know: whoever only reads or judges learns no phone and no name that people sign in with.
 */
export async function peopleOf(
  ctx: Member,
  tx: Scoped,
  unitIds: string[] | null,
): Promise<Map<string | null, PersonOutput[]>> {
  if (!may(ctx.scope.role, 'people.read')) return new Map();
  const rows = await listPeople(tx, ctx.scope, unitIds);
  const accounts = new Map((await listAccounts(tx)).map((account) => [account.accountId, account]));
  const invitations = new Map(
    (
      await newestInvitations(
        tx,
        ctx.scope,
        rows.map((row) => row.membershipId),
      )
    ).map((one) => [one.membershipId, one]),
  );
  const now = ctx.now().getTime();
  const people = new Map<string | null, PersonOutput[]>();
  for (const { accountId, unitId, ...row } of rows) {
    const account = accounts.get(accountId);
    const invitation = invitations.get(row.membershipId);
    const state = !invitation
      ? 'none'
      : invitation.usedAt
        ? 'used'
        : invitation.revokedAt || Date.parse(invitation.expiresAt) <= now
          ? 'expired'
          : 'waiting';
    const activated = account?.activated ?? false;
    const person: PersonOutput = {
      ...row,
      userName: activated ? (account?.userName ?? null) : null,
      activated,
      invitation: state,
    };
    people.set(unitId, [...(people.get(unitId) ?? []), person]);
  }
  return people;
}
