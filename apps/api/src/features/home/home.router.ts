import { yearStatuses } from '@giaouoc/domain/year-status/index';
import { z } from 'zod';
import { markSeen, openReminders } from '@giaouoc/db/queries/reminder';
import { currentYear, partOf, publishedPlan, yearById } from '@giaouoc/db/queries/year';
import { tasksOf } from '@giaouoc/domain/progress/index';
import type { PointsSoFar } from '@giaouoc/domain/progress/index';
import { linesOf } from '@giaouoc/domain/plan/index';
import { Refused } from '../../trpc/errors.ts';
import { allowed, router } from '../../trpc/procedures.ts';
import { askedToSign } from '../pledge/loaded-pledge.ts';
import { loadPledges } from '../pledge/load-pledges.ts';
import { capacityOf } from '../pledge/sign-pledge.ts';
import { loadUnit, lookedAt } from '../../year/load-unit.ts';
import { progressOfUnit } from '../../scoring/store-progress.ts';
import { runningYear } from '../../year/running-year.ts';

const homeOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string(), status: z.enum(yearStatuses) }).nullable(),
  unit: z.object({ name: z.string(), blockName: z.string() }).nullable(),
  at: z.string(),
  /** False until the plan of the year is published, and for a unit that never had a place in the year. */
  ready: z.boolean(),
  tasks: z.array(
    z.object({
      kind: z.enum(['sign', 'sign-addendum', 'returned', 'report']),
      due: z.string().nullable(),
      daysLeft: z.number().int().nullable(),
      late: z.boolean(),
      period: z.string().nullable(),
      periodTitle: z.string().nullable(),
      line: z.string().nullable(),
      lineTitle: z.string().nullable(),
      reason: z.string().nullable(),
      done: z.number().int().nullable(),
      of: z.number().int().nullable(),
      without: z.array(z.string()),
      /** Of an addendum: the version that is signed already. */
      signedBefore: z.number().int().nullable(),
    }),
  ),
  soFar: z.custom<PointsSoFar>((value) => typeof value === 'object' && value !== null).nullable(),
  grades: z.array(z.object({ title: z.string(), from: z.string().nullable() })),
  reminders: z.array(z.object({ id: z.uuid(), text: z.string(), sentAt: z.string() })),
});

const partOutput = z.object({
  /** `none`: it never had a place in this year. */
  state: z.enum(['none', 'taking', 'left-out']),
  /** A day: since when it takes part, where it came during the year; or the instant it was left out. */
  since: z.string().nullable(),
  /** Why it was left out. */
  reason: z.string().nullable(),
});

export const homeRouter = router({
  /** What a unit owes and by when, its points so far, and what it was reminded of. */
  get: allowed('report.readOwn')
    .input(z.object({ yearId: z.uuid().optional() }))
    .output(homeOutput)
    .query(({ ctx, input }) =>
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
      }),
    ),
  /** Whether the own unit takes part in a year, or took part until it was left out, since when and why. */
  part: allowed('report.readOwn')
    .input(z.object({ yearId: z.uuid() }))
    .output(partOutput)
    .query(({ ctx, input }) =>
      ctx.inScope(async (tx) => {
        const { unitId } = ctx.scope;
        if (!unitId) throw new Refused('not-allowed');
        if (!(await yearById(tx, ctx.scope, input.yearId))) throw new Refused('not-found');
        const part = (await partOf(tx, ctx.scope, input.yearId, unitId))?.part;
        if (!part) return { state: 'none' as const, since: null, reason: null };
        return part.leftOut
          ? { state: 'left-out' as const, since: part.leftOutAt, reason: part.leftOutReason }
          : { state: 'taking' as const, since: part.activeSince, reason: null };
      }),
    ),
  /** The unit has read its reminders. */
  seen: allowed('report.readOwn')
    .input(z.object({ yearId: z.uuid() }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      ctx.inScope(async (tx) => {
        if (!ctx.scope.unitId) throw new Refused('not-allowed');
        await markSeen(tx, ctx.scope, input.yearId, ctx.scope.unitId, ctx.now().toISOString());
      }),
    ),
});
