import { randomUUID } from 'node:crypto';
import type { People } from './people.ts';

/** A line as typed into a report of the sample plan. */
export const typed = (line: string, fields: Record<string, string | string[]>, period = 'hk1', seen = 0) => ({
  line,
  period,
  fields,
  seen,
});

/** The first report of the sample plan with these figures; the line that needs evidence is knowingly left out. */
export async function reportFor(
  all: People,
  unit: string,
  { part = '45', visits = '6', items = ['bch'] }: { part?: string; visits?: string; items?: string[] } = {},
): Promise<void> {
  await all.officer.call.report.submitFor({
    clientId: randomUUID(),
    unitId: all.federation.units[unit]!.id,
    period: 'hk1',
    lines: [typed('1.1', { part, whole: '46' }), typed('1.4', { value: visits }), typed('1.5', { items })],
    leaveOut: ['1.3'],
  });
}

/** What waits for a judgement of one unit, as the officer would tick it. */
export async function waitingOf(all: People, unit: string) {
  const { items } = await all.officer.call.assessment.queue({ by: 'unit', open: all.federation.units[unit]!.id });
  return items.map(({ unitId, line, period, revision }) => ({ unitId, line, period, seen: revision }));
}

/** Accepts all that a unit has sent. */
export async function acceptAll(all: People, unit: string): Promise<void> {
  await all.officer.call.assessment.accept({ clientId: randomUUID(), cases: await waitingOf(all, unit) });
}
