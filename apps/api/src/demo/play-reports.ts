import { linesOf } from '@giaouoc/domain/plan/index';
import { setClock, writeId } from './clocked-people.ts';
import { demoFields } from './demo-figures.ts';
import { sampleScan } from './sample-scan.ts';
import type { DemoSetup } from './set-up-demo.ts';
import { steadyRandom } from './steady-random.ts';

const note = 'Số liệu minh họa';

export type Reporting = {
  period: string;
  /** When the units send, local minutes, taken in turn. */
  at: string[];
  /** Units that type but do not send, and those that do nothing. */
  drafting?: string[];
  silent?: string[];
};

/** Units type their figures, add a picture where one is asked for, and send. */
export async function playReports(
  setup: DemoSetup,
  { period, at, drafting = [], silent = [] }: Reporting,
): Promise<void> {
  const { demo, clock, chairs, yearId } = setup;
  const random = steadyRandom([...(demo.prefix + period)].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const conduct = demo.plan.conduct.lines;
  const due = linesOf(demo.plan.scoring).filter(
    ({ line }) => conduct[line.code]?.enteredBy === 'unit' && conduct[line.code]?.due.includes(period),
  );
  for (const [index, { unit, chair }] of chairs.entries()) {
    if (silent.includes(unit.code)) continue;
    setClock(clock, at[index % at.length]!);
    const lines = due.map(({ line }) => ({
      line: line.code,
      period,
      seen: 0,
      note,
      fields: demoFields(line, unit, random, conduct[line.code]!.due.length),
    }));
    const incomplete = drafting.includes(unit.code);
    const kept = incomplete ? lines.slice(0, Math.ceil(lines.length / 2)) : lines;
    const saved = await chair.call.report.save({ clientId: writeId(), yearId, lines: kept });
    const refused = saved.lines.filter((line) => line.outcome !== 'saved');
    if (refused.length > 0) throw new Error(`figures of ${unit.code} refused: ${JSON.stringify(refused)}`);
    const needing = due.filter(({ line }) => conduct[line.code]!.evidence.needed === 'required');
    if (needing.length > 0) {
      const form = new FormData();
      form.set('file', await sampleScan('BIÊN BẢN HỘI NGHỊ', unit.name));
      form.set('yearId', yearId);
      for (const { line } of needing) form.append('place', `${line.code}|${period}`);
      await chair.call.evidence.upload(form);
    }
    if (!incomplete) await chair.call.report.submit({ clientId: writeId(), yearId, period });
  }
}

/** The officer goes through the queue: accepts, but for a share left waiting and one line sent back. */
export async function playVerification(
  setup: DemoSetup,
  {
    at,
    lines,
    back,
  }: { at: string; lines?: string[]; back?: { unit: string; line: string; reason: string; due: string } },
): Promise<void> {
  const { clock, officer, chairs, yearId } = setup;
  setClock(clock, at);
  const { groups } = await officer.call.assessment.queue({ yearId, by: 'line' });
  const returned = back && chairs.find(({ unit }) => unit.code === back.unit);
  const cases: { unitId: string; line: string; period: string; seen: number }[] = [];
  for (const { key } of groups.filter((group) => lines === undefined || lines.includes(group.key))) {
    const { items } = await officer.call.assessment.queue({ yearId, by: 'line', open: key });
    for (const item of items) {
      const one = { unitId: item.unitId, line: item.line, period: item.period, seen: item.revision };
      if (back && item.unitId === returned?.unitId && item.line === back.line) {
        await officer.call.assessment.return({
          clientId: writeId(),
          yearId,
          cases: [one],
          reason: back.reason,
          due: back.due,
        });
      } else cases.push(one);
    }
  }
  for (let from = 0; from < cases.length; from += 500) {
    await officer.call.assessment.accept({ clientId: writeId(), yearId, cases: cases.slice(from, from + 500) });
  }
}

/** The officer enters the lines that are the federation's. */
export async function playEntering(setup: DemoSetup, { at, period }: { at: string; period: string }): Promise<void> {
  const { demo, clock, officer, chairs, yearId } = setup;
  setClock(clock, at);
  const random = steadyRandom(20_210_618);
  const conduct = demo.plan.conduct.lines;
  const own = linesOf(demo.plan.scoring).filter(
    ({ line }) => conduct[line.code]?.enteredBy === 'federation' && conduct[line.code]?.due.includes(period),
  );
  for (const { unit, unitId } of chairs)
    for (const { line } of own)
      await officer.call.assessment.enter({
        clientId: writeId(),
        yearId,
        unitId,
        line: line.code,
        period,
        seen: 0,
        fields: demoFields(line, unit, random, 1),
        note,
      });
}
