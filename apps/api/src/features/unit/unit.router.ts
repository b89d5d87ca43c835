import { allowed, router } from '../../trpc/procedures.ts';
import { addUnit } from './add-unit.ts';
import { assignLines, linesOfUnit } from './assign-lines.ts';
import { archiveUnit, changeUnit } from './change-unit.ts';
import { getUnit, listUnitsOfYear } from './list-units.ts';
import { removeUnit } from './remove-unit.ts';
import { leaveOut, placeUnit, takeBack } from './place-unit.ts';
import {
  addInput,
  archiveInput,
  assignInput,
  linesInput,
  linesOutput,
  changeInput,
  getInput,
  leaveOutInput,
  listInput,
  listOutput,
  placeInput,
  takeBackInput,
  unitOutput,
  writtenOutput,
} from './unit.schema.ts';

const write = () => allowed('unit.write');

export const unitRouter = router({
  list: allowed('unit.read')
    .input(listInput)
    .output(listOutput)
    .query(({ ctx, input }) => listUnitsOfYear(ctx, input)),
  get: allowed('unit.read')
    .input(getInput)
    .output(unitOutput)
    .query(({ ctx, input }) => getUnit(ctx, input)),
  add: write()
    .input(addInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => addUnit(ctx, input)),
  change: write()
    .input(changeInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => changeUnit(ctx, input)),
  place: write()
    .input(placeInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => placeUnit(ctx, input)),
  leaveOut: write()
    .input(leaveOutInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => leaveOut(ctx, input)),
  takeBack: write()
    .input(takeBackInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => takeBack(ctx, input)),
  /** Which lines of the plan are the unit's, and which are not. */
  lines: allowed('unit.read')
    .input(linesInput)
    .output(linesOutput)
    .query(({ ctx, input }) => linesOfUnit(ctx, input)),
  takeLines: write()
    .input(assignInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => assignLines(ctx, false, input)),
  giveLinesBack: write()
    .input(assignInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => assignLines(ctx, true, input)),
  remove: write()
    .input(archiveInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => removeUnit(ctx, input)),
  archive: write()
    .input(archiveInput)
    .output(writtenOutput)
    .mutation(({ ctx, input }) => archiveUnit(ctx, input)),
});
