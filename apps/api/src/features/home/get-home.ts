import { openReminders } from '@giaouoc/db/queries/reminder';
import { currentYear, partOf, publishedPlan } from '@giaouoc/db/queries/year';
import { linesOf } from '@giaouoc/domain/plan/index';
import { tasksOf } from '@giaouoc/domain/progress/index';
import type { z } from 'zod';
import { progressOfUnit } from '../../scoring/store-progress.ts';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { loadUnit, lookedAt } from '../../year/load-unit.ts';
import { runningYear } from '../../year/running-year.ts';
import { askedToSign } from '../pledge/loaded-pledge.ts';
import { loadPledges } from '../pledge/load-pledges.ts';
import { capacityOf } from '../pledge/sign-pledge.ts';
import type { homeOutput } from './home.schema.ts';

/** What the own unit owes and by when, its points so far, and what it was reminded of. */
export const getHome = (ctx: Member, input: { yearId?: string | undefined }): Promise<z.infer<typeof homeOutput>> =>
  ctx.inScope(async (tx) => {
    const { scope } = ctx;
    const now = ctx.now();
    if (!scope.unitId) throw new Refused('not-allowed');
    const year = await currentYear(tx, scope, input.yearId);
    const nothing = {
      unit: null,
      at: now.toISOString(),
      ready: false,
      tasks: [],
      soFar: null,
      grades: [],
      reminders: [],
    };
    if (!year) return { ...nothing, year: null };
    const shown = { id: year.id, title: year.title, status: year.status };
    if (!(await publishedPlan(tx, scope, year.id))) return { ...nothing, year: shown };

    const found = await partOf(tx, scope, year.id, scope.unitId);
    if (!found?.part) return { ...nothing, year: shown };
    const { leftOut } = found.part;
    const running = await runningYear(tx, scope, year.id);
    const [loaded, { pledges }, reminders] = await Promise.all([
      loadUnit(tx, scope, running, scope.unitId),
      loadPledges(tx, scope, running, { unitIds: [scope.unitId] }),
      openReminders(tx, scope, year.id, scope.unitId),
    ]);
    const pledge = pledges[0] && askedToSign(pledges[0]);
    const capacity = capacityOf(scope.role);
    // A unit left out of the year owes nothing more and is reminded of nothing.
    const tasks = leftOut
      ? []
      : tasksOf(
          loaded.asking,
          pledge,
          now.getTime(),
          ...(capacity === null || capacity === 'officer' ? [] : [capacity]),
        );
    const { document } = running.plan;
    const periods = new Map(document.conduct.periods.map((period) => [period.code, period.title]));
    const titles = new Map(linesOf(document.scoring).map(({ line }) => [line.code, line.title]));
    return {
      year: shown,
      unit: { name: loaded.unit.name, blockName: loaded.unit.blockName },
      at: now.toISOString(),
      ready: true,
      tasks: tasks.map((task) => ({
        kind: task.kind,
        due: task.due === undefined ? null : new Date(task.due).toISOString(),
        daysLeft: task.daysLeft ?? null,
        late: task.late,
        period: task.period ?? null,
        periodTitle: task.period === undefined ? null : (periods.get(task.period) ?? task.period),
        line: task.line ?? null,
        lineTitle: task.line === undefined ? null : (titles.get(task.line) ?? null),
        reason: task.reason ?? null,
        done: task.done ?? null,
        of: task.of ?? null,
        without: [...(task.without ?? [])],
        signedBefore: task.signedBefore ?? null,
      })),
      soFar: progressOfUnit(running, loaded, new Date(lookedAt(loaded.unit, now.getTime()))),
      grades: document.scoring.grades.map((grade) => ({
        title: grade.title,
        from:
          grade.from === undefined
            ? null
            : typeof grade.from === 'string'
              ? grade.from
              : (grade.from[loaded.unit.blockCode] ?? null),
      })),
      reminders: (leftOut ? [] : reminders).map(({ id, text, sentAt }) => ({ id, text, sentAt })),
    };
  });
