import { allowed, router } from '../../trpc/procedures.ts';
import { peopleOf } from '../unit/list-units.ts';
import { addPerson } from './add-person.ts';
import { changePerson, endMembership } from './change-person.ts';
import { addInput, changeInput, endInput, listInput, listOutput, writtenOutput } from './people.schema.ts';

export const peopleRouter = router({
  list: allowed('people.read')
    .input(listInput)
    .output(listOutput)
    .query(({ ctx, input: { unitId } }) =>
      ctx.inScope(async (tx) => {
        const people = await peopleOf(ctx, tx, unitId === undefined ? null : [unitId]);
        return people.get(unitId ?? null) ?? [];
      }),
    ),
  add: allowed('people.write')
    .input(addInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => addPerson(ctx, input)),
  change: allowed('people.write')
    .input(changeInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => changePerson(ctx, input)),
  end: allowed('people.write')
    .input(endInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => endMembership(ctx, input)),
});
