import type { Scoped } from '@giaouoc/db';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { endMemberships, lockPeopleKeepers, openMemberships, updatePerson } from '@giaouoc/db/queries/people';
import { capabilitiesOf } from '@giaouoc/domain/access/index';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import { readPhone } from '../../security/account-name.ts';
import type { ChangeInput, EndInput } from './people.schema.ts';

/**
 * Changes how somebody is called and reached.
 *
 * @throws not-found, stale-revision, phone-unreadable
 */
export function changePerson(ctx: Member, input: ChangeInput): Promise<{ membershipId: string }> {
  return writeOnce(ctx, 'people.change', input, async (tx) => {
    const { membershipId, revision, title } = input;
    const phone = granted(readPhone(input.phone));
    const before = await find(ctx, tx, membershipId);
    if (!(await updatePerson(tx, ctx.scope, membershipId, revision, { title, phone })))
      throw new Refused('stale-revision', undefined, before);
    await recordAudit(tx, ctx.scope, {
      action: 'people.change',
      subject: title,
      unitId: before.unitId,
      before: { title: before.title, phone: before.phone },
      after: { title, phone },
    });
    return { membershipId };
  });
}

/**
 * Ends somebody's work here: their sessions end, their invitations stop working, what they did stays.
 *
 * @throws not-found, stale-revision, last-officer
 */
export function endMembership(ctx: Member, input: EndInput): Promise<{ membershipId: string }> {
  return writeOnce(ctx, 'people.end', input, async (tx) => {
    const { membershipId, revision } = input;
    const before = await find(ctx, tx, membershipId);
    if (before.revision !== revision) throw new Refused('stale-revision', undefined, before);
    if (capabilitiesOf(before.role).includes('federation.people')) {
      const keepers = await lockPeopleKeepers(tx, ctx.scope);
      if (keepers.every((id) => id === membershipId)) throw new Refused('last-officer');
    }
    await endMemberships(tx, ctx.scope, [membershipId], ctx.now().toISOString());
    await recordAudit(tx, ctx.scope, {
      action: 'people.end',
      subject: before.title,
      unitId: before.unitId,
      before: { role: before.role, title: before.title },
    });
    return { membershipId };
  });
}

async function find(ctx: Member, tx: Scoped, membershipId: string) {
  const [found] = await openMemberships(tx, ctx.scope, [membershipId]);
  if (!found) throw new Refused('not-found');
  return found;
}
