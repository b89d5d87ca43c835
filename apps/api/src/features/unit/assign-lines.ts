import type { Scoped } from '@giaouoc/db';
import { auditWrite } from '@giaouoc/db/queries/audit';
import { changesWrites } from '@giaouoc/db/queries/year-change';
import { groupsOf, isForBlock, linesOf } from '@giaouoc/domain/plan/index';
import { applyChanges } from '@giaouoc/domain/progress/index';
import { assignLines as decide, isTakenAway } from '@giaouoc/domain/report/index';
import type { z } from 'zod';
import { granted } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { readScored, scoresOf } from '../../scoring/rescore-year.ts';
import { loadUnit, loadUnitAtWork } from '../../year/load-unit.ts';
import { notAssignedTo } from '../../year/not-assigned.ts';
import { runningYear } from '../../year/running-year.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import type { AssignInput, linesInput, linesOutput } from './unit.schema.ts';

/**
 * Takes lines from one unit or gives them back, with a reason it reads. The year is held and scored anew in the same
 * transaction.
 *
 * @throws not-found, unit-not-in-year, unit-left-out, reason-needed, line-unknown, line-taken-already, line-not-taken,
 *   year-not-open, plan-not-published
 */
export function assignLines(ctx: Member, assigned: boolean, input: AssignInput): Promise<{ unitId: string }> {
  const action = assigned ? 'unit.giveLinesBack' : 'unit.takeLines';
  return writeInRunningYear(ctx, { action, work: 'organise', hold: true }, input, async (tx, year, keep) => {
    const { scope } = ctx;
    const { unitId, lines, reason } = input;
    const [loaded, scored] = await Promise.all([loadUnitAtWork(tx, scope, year, unitId), readScored(tx, scope, year)]);
    const changes = granted(decide(loaded.asking, lines, assigned, reason));
    const after = { ...scored, input: applyChanges(scored.input, changes) };
    const scores = await scoresOf(tx, ctx, year, after, [unitId]);
    const codes = changes.flatMap((change) => (change.kind === 'assignment' ? [change.line] : []));
    return await keep(
      { unitId },
      ...changesWrites(scope, changes, {
        yearId: year.id,
        at: ctx.now().toISOString(),
        unitId: () => unitId,
      }),
      auditWrite(scope, {
        action,
        subject: `${codes.join(', ')} · ${loaded.unit.name}`,
        unitId,
        yearId: year.id,
        before: { lines: codes, assigned: !assigned },
        after: { lines: codes, assigned, reason },
      }),
      ...scores.writes,
    );
  });
}

/** The lines of a unit's block, which of them are not the unit's and why: for the officer who takes or gives them. */
export function linesOfUnit(ctx: Member, input: z.infer<typeof linesInput>): Promise<z.infer<typeof linesOutput>> {
  return ctx.inScope(async (tx: Scoped) => {
    const year = await runningYear(tx, ctx.scope, input.yearId);
    const loaded = await loadUnit(tx, ctx.scope, year, input.unitId);
    const { scoring } = year.plan.document;
    const titles = new Map(groupsOf(scoring).map(({ group }) => [group.code, group.title]));
    return {
      notAssigned: notAssignedTo(year, loaded),
      lines: linesOf(scoring)
        .filter(({ line }) => isForBlock(line, loaded.unit.blockCode) && !isTakenAway(loaded.asking.targets, line.code))
        .map(({ line, groups }) => ({
          line: line.code,
          title: line.title,
          max: line.max,
          group: titles.get(groups[0] ?? '') ?? '',
          sent: loaded.asking.figures.some((figure) => figure.line === line.code && figure.submitted !== undefined),
        })),
    };
  });
}
