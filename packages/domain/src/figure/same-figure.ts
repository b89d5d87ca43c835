import { canonicalJson } from '../hash/canonical.ts';
import { plainDecimal } from '../numbers/decimal.ts';
import type { FigureValue } from './figure.ts';

/** Whether two figures say the same: numbers by their value, items in any order, codes that count nothing left out. */
export function sameFigure(a: FigureValue | undefined, b: FigureValue | undefined): boolean {
  return meaning(a) === meaning(b);
}

function meaning(figure: FigureValue | undefined): string {
  if (figure === undefined) return '';
  if ('items' in figure) return canonicalJson({ items: [...figure.items].sort() });
  if ('levels' in figure) return canonicalJson({ levels: counted(figure.levels) });
  if ('faults' in figure) return canonicalJson({ faults: counted(figure.faults) });
  return canonicalJson(
    Object.fromEntries(
      Object.entries(figure).map(([name, value]) => [name, typeof value === 'string' ? plainDecimal(value) : value]),
    ),
  );
}

const counted = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
