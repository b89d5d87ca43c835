import { momentInSentence } from '@giaouoc/domain/words/times';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { insertReminders } from '@giaouoc/db/queries/reminder';
import type { Scoped } from '@giaouoc/db';
import { yearRowsWithDrafts } from '@giaouoc/db/queries/unit-year';
import { linesOf } from '@giaouoc/domain/plan/index';
import { tasksOf, tasksToRemind, type Task } from '@giaouoc/domain/progress/index';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { askedToSign } from '../pledge/loaded-pledge.ts';
import { loadPledges } from '../pledge/load-pledges.ts';
import { takesPart } from '../../year/acting-unit.ts';
import { askingFor } from '../../year/load-unit.ts';
import { reportsOf } from '@giaouoc/db/queries/report';
import { runningYear, type RunningYear } from '../../year/running-year.ts';
import type { remindInput, remindTextInput, remindTextOutput } from './overview.schema.ts';

type Reminder = z.infer<typeof remindTextOutput>[number];

/** What to say to each unit, ready to be copied into Zalo: what it owes, by when, and the link. */
export function reminderTexts(ctx: Member, input: z.infer<typeof remindTextInput>): Promise<Reminder[]> {
  return ctx.inScope(async (tx) => textsFor(tx, ctx, await runningYear(tx, ctx.scope, input.yearId), input.unitIds));
}

/** Notes a reminder on each unit's first page; sent by Zalo, it is noted as such. @throws not-found, unit-not-in-year, unit-left-out */
export function remindUnits(ctx: Member, input: z.infer<typeof remindInput>): Promise<number> {
  return writeInRunningYear(ctx, { action: 'reminder.send', work: 'remind' }, input, async (tx, year) => {
    const texts = await textsFor(tx, ctx, year, input.unitIds);
    const told = new Set(texts.map(({ unitId }) => unitId));
    for (const unitId of input.unitIds) if (!told.has(unitId)) await takesPart(tx, ctx.scope, year.id, unitId);
    await insertReminders(
      tx,
      ctx.scope,
      year.id,
      texts.map(({ unitId, text }) => ({ unitId, text, channel: input.channel })),
      ctx.now().toISOString(),
    );
    await recordAudit(
      tx,
      ctx.scope,
      texts.map(({ unitId, name, text }) => ({
        action: 'reminder.send',
        subject: name,
        unitId,
        yearId: year.id,
        after: { channel: input.channel, text },
      })),
    );
    return texts.length;
  });
}

async function textsFor(tx: Scoped, ctx: Member, year: RunningYear, unitIds: readonly string[]): Promise<Reminder[]> {
  const [rows, reports, loaded] = await Promise.all([
    yearRowsWithDrafts(tx, ctx.scope, year.id),
    reportsOf(tx, ctx.scope, year.id),
    loadPledges(tx, ctx.scope, year),
  ]);
  const by = <T extends { unitId: string }>(list: readonly T[]) => {
    const groups = Map.groupBy(list, (row) => row.unitId);
    return (unitId: string): T[] => groups.get(unitId) ?? [];
  };
  const [figures, targets, assessments] = [by(rows.figures), by(rows.targets), by(rows.assessments)];
  const reportsOfUnit = by(reports);
  const pledgeOf = new Map(loaded.pledges.map((pledge) => [pledge.unit.unitId, pledge]));
  const wanted = new Set(unitIds);
  const now = ctx.now().getTime();
  const titles = new Map(linesOf(year.plan.document.scoring).map(({ line }) => [line.code, line.title]));
  const periods = new Map(year.plan.document.conduct.periods.map((period) => [period.code, period.title]));
  return rows.units
    .filter((unit) => wanted.has(unit.unitId))
    .map((unit) => {
      const asking = askingFor(year, unit, {
        figures: figures(unit.unitId),
        targets: targets(unit.unitId),
        reports: reportsOfUnit(unit.unitId),
        evidence: [],
        assessments: assessments(unit.unitId),
      });
      const pledge = pledgeOf.get(unit.unitId);
      const tasks = tasksToRemind(tasksOf(asking, pledge && askedToSign(pledge), now), now);
      const link = `${ctx.publicUrl}/unit`;
      const owed = tasks.map((task) => `- ${taskInWords(task, titles, periods)}`);
      const text = [
        `Kính gửi ${unit.name},`,
        owed.length === 0
          ? 'Đơn vị đã làm đủ các việc đến hạn. Xin cảm ơn.'
          : `${year.title}, đơn vị còn ${owed.length} việc:`,
        ...owed,
        `Mở để làm: ${link}`,
      ].join('\n');
      return { unitId: unit.unitId, name: unit.name, text, link };
    });
}

/** One task as a line of a message. */
function taskInWords(task: Task, titles: ReadonlyMap<string, string>, periods: ReadonlyMap<string, string>): string {
  const by = task.due === undefined ? '' : `, ${task.late ? 'đã quá hạn' : 'hạn'} ${momentInSentence(task.due)}`;
  const period = task.period === undefined ? '' : (periods.get(task.period) ?? task.period);
  switch (task.kind) {
    case 'sign':
      return `Ký giao ước thi đua${by}`;
    case 'sign-addendum':
      return `Ký phụ lục giao ước (đã ký bản ${task.signedBefore ?? 1})${by}`;
    case 'returned':
      return `Sửa mục ${task.line} ${titles.get(task.line ?? '') ?? ''}${by}: ${task.reason ?? ''}`;
    case 'report':
      return `Gửi báo cáo ${period} (xong ${task.done}/${task.of} mục)${by}`;
    default:
      return never(task.kind);
  }
}

function never(kind: never): never {
  throw new TypeError(`no such task: ${String(kind)}`);
}
