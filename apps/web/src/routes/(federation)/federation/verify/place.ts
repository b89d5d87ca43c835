/** Where in the queue one is: everything the address of the page says. */
export type Place = {
  by: 'line' | 'unit';
  open: string;
  block: string;
  show: 'waiting' | 'all';
  page: number;
};

/** One figure of the queue. */
export type CaseKey = { unitId: string; line: string; period: string };

export function placeOf(query: URLSearchParams): Place {
  return {
    by: query.get('by') === 'unit' ? 'unit' : 'line',
    open: (query.get('open') ?? '').slice(0, 80),
    block: (query.get('block') ?? '').slice(0, 80),
    show: query.get('show') === 'all' ? 'all' : 'waiting',
    page: Math.min(1000, Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1)),
  };
}

/** The query of a place, and of one figure there. */
export function queryOf(place: Place, one?: CaseKey | null): URLSearchParams {
  const query = new URLSearchParams();
  if (place.by !== 'line') query.set('by', place.by);
  if (place.open) query.set('open', place.open);
  if (place.block) query.set('block', place.block);
  if (place.show !== 'waiting') query.set('show', place.show);
  if (place.page > 1) query.set('page', String(place.page));
  if (one) {
    query.set('unit', one.unitId);
    query.set('line', one.line);
    query.set('period', one.period);
  }
  return query;
}

export function caseOf(query: URLSearchParams): CaseKey | null {
  const [unitId, line, period] = [query.get('unit'), query.get('line'), query.get('period')];
  return unitId && line && period ? { unitId, line, period } : null;
}

export const isSame = (a: CaseKey | null, b: CaseKey | null): boolean =>
  a !== null && b !== null && a.unitId === b.unitId && a.line === b.line && a.period === b.period;

/** A figure with the revision seen, as one value of a form. */
export const caseText = ({ unitId, line, period }: CaseKey, seen: number): string =>
  JSON.stringify([unitId, line, period, seen]);

/** Reads {@link caseText} back; null for anything else. */
export function readCase(text: string): (CaseKey & { seen: number }) | null {
  const parts = readArray(text);
  const [unitId, line, period, seen] = parts;
  return typeof unitId === 'string' && typeof line === 'string' && typeof period === 'string' && Number.isInteger(seen)
    ? { unitId, line, period, seen: seen as number }
    : null;
}

function readArray(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
