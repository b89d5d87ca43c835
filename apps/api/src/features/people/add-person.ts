import { recordAudit } from '@giaouoc/db/queries/audit';
import { insertPeople } from '@giaouoc/db/queries/people';
import { unitNames } from '@giaouoc/db/queries/unit/list';
import { isUnitRole } from '@giaouoc/domain/access/index';
import { checkUserName } from '@giaouoc/domain/access/ways-in';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import { readPhone } from '../../security/account-name.ts';
import type { AddInput } from './people.schema.ts';

/**
 * Adds somebody to a unit, or to the federation itself. They get in with an invitation.
 *
 * @throws not-found (the unit), role-needs-unit, phone-unreadable, user-name-shape
 */
export function addPerson(ctx: Member, input: AddInput): Promise<{ membershipId: string }> {
  return writeOnce(ctx, 'people.add', input, async (tx) => {
    const { unitId, role, title } = input;
    if (isUnitRole(role) !== (unitId !== null)) throw new Refused('role-needs-unit');
    if (unitId !== null && !(await unitNames(tx, ctx.scope)).has(unitId)) throw new Refused('not-found');
    const phone = granted(readPhone(input.phone));
    const proposedName = input.proposedName ? granted(checkUserName(input.proposedName)) : null;
    const [membershipId] = await insertPeople(tx, ctx.scope, [{ role, unitId, title, phone, proposedName }]);
    if (membershipId === undefined) throw new Error('insert gave no membership');
    await recordAudit(tx, ctx.scope, {
      action: 'people.add',
      subject: title,
      unitId,
      after: { membershipId, role, title, phone },
    });
    return { membershipId };
  });
}
