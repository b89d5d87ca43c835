import { ok, refuse, type Result } from '../../result.ts';
import type { Conduct, Period } from '../conduct.schema.ts';
import type { PlanDocument } from '../document.ts';
import { insertAt } from './tree.ts';

/** Adds a period, before place `at`. */
export function addPeriod(document: PlanDocument, period: Period, at?: number): Result<PlanDocument, 'code-taken'> {
  const { periods } = document.conduct;
  if (periods.some((other) => other.code === period.code)) return refuse('code-taken', { code: period.code });
  return ok(setConductPart(document, { periods: insertAt(periods, period, at) }));
}

/** Changes a period; where its code changes, the lines that are due in it follow. */
export function setPeriod(
  document: PlanDocument,
  code: string,
  patch: Partial<Period>,
): Result<PlanDocument, 'period-unknown' | 'code-taken'> {
  const { periods, lines } = document.conduct;
  const before = periods.find((period) => period.code === code);
  if (before === undefined) return refuse('period-unknown', { period: code });
  const after = { ...before, ...patch };
  if (after.code !== code && periods.some((period) => period.code === after.code)) {
    return refuse('code-taken', { code: after.code });
  }
  const renamed = Object.entries(lines).map(([line, conduct]) => [
    line,
    { ...conduct, due: conduct.due.map((due) => (due === code ? after.code : due)) },
  ]);
  return ok(
    setConductPart(document, {
      periods: periods.map((period) => (period === before ? after : period)),
      lines: Object.fromEntries(renamed) as Conduct['lines'],
    }),
  );
}

/** Takes a period out. Refused while a line is due in no other, since that line would then never be asked for. */
export function removePeriod(
  document: PlanDocument,
  code: string,
): Result<PlanDocument, 'period-unknown' | 'period-in-use'> {
  const { periods, lines } = document.conduct;
  if (!periods.some((period) => period.code === code)) return refuse('period-unknown', { period: code });
  const only = Object.entries(lines).filter(([, { due }]) => due.every((other) => other === code));
  if (only.length > 0 || periods.length === 1) {
    return refuse('period-in-use', { period: code, lines: only.map(([line]) => line) });
  }
  const kept = Object.entries(lines).map(([line, conduct]) => [
    line,
    { ...conduct, due: conduct.due.filter((due) => due !== code) },
  ]);
  return ok(
    setConductPart(document, {
      periods: periods.filter((period) => period.code !== code),
      lines: Object.fromEntries(kept) as Conduct['lines'],
    }),
  );
}

/** Changes what the conduct says of the whole year: stages, what counts, signing. */
export function setConduct(
  document: PlanDocument,
  patch: Partial<
    Pick<Conduct, 'stages' | 'countsFrom' | 'unverifiedCounts' | 'signing' | 'rescaleNote' | 'beforeJoining'>
  >,
): PlanDocument {
  return setConductPart(document, patch);
}

/** The note beside the rule that points are scaled up where lines are dropped; `null` takes it away. */
export function setRescaleNote(document: PlanDocument, note: string | null): PlanDocument {
  const { rescaleNote: _, ...rest } = document.conduct;
  return { ...document, conduct: note === null ? rest : { ...rest, rescaleNote: note } };
}

/** The document with parts of its conduct replaced. */
export function setConductPart(document: PlanDocument, patch: Partial<Conduct>): PlanDocument {
  return { ...document, conduct: { ...document.conduct, ...patch } };
}
