import type { YearFile } from '../../../packages/domain/src/year-file/index.ts';
import { FEDERATION_SIZE, type Nation, type NationLine } from './nation.ts';
import { BLOCKS, PLAN } from './plan.ts';

const codesOf = (line: NationLine): readonly string[] => {
  for (const group of PLAN.groups)
    for (const { code, rule } of group.lines ?? []) {
      if (code !== line.code) continue;
      if (rule.kind === 'levels') return rule.levels.map((one) => one.code);
      if (rule.kind === 'checklist') return rule.items.map((one) => one.code);
      if (rule.kind === 'deduct') return rule.faults.map((one) => one.code);
    }
  return [];
};

const kindOf = (code: string): string =>
  PLAN.groups.flatMap((group) => group.lines ?? []).find((line) => line.code === code)?.rule.kind ?? '';

function decimal(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(value).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

type Figure = YearFile['figures'][number];

function figureOf(
  line: NationLine,
  kind: string,
  codes: readonly string[],
  unit: number,
): Omit<Figure, 'unit' | 'line'> {
  if (line.state[unit] === 2) return { notApplicable: true };
  const value = decimal(line.value?.[unit] ?? 0, line.decimals);
  const counts = () =>
    codes.map((code, index) => [code, line.counts?.[index]?.[unit] ?? 0] as const).filter(([, count]) => count > 0);
  switch (kind) {
    case 'yesNo':
      return { yes: line.value?.[unit] === 1 };
    case 'levels':
      return { levels: Object.fromEntries(counts()) };
    case 'deduct':
      return { faults: Object.fromEntries(counts()) };
    case 'checklist':
      return { items: counts().map(([code]) => code) };
    case 'judged':
      return { points: value };
    default:
      return line.whole ? { part: value, whole: String(line.whole[unit] ?? 0) } : { value };
  }
}

/** The year file of one federation of the nation. */
export function yearFileOf(nation: Nation, federation: number): YearFile {
  const units = Array.from({ length: FEDERATION_SIZE }, (_, index) => federation * FEDERATION_SIZE + index);
  const code = (unit: number) => `DV-${String(unit).padStart(6, '0')}`;
  const lines = nation.lines.map((line) => ({ line, kind: kindOf(line.code), codes: codesOf(line) }));
  return {
    format: 'giaouoc-year/1',
    plan: PLAN,
    units: units.map((unit) => ({
      code: code(unit),
      name: `Đơn vị ${String(unit)}`,
      block: BLOCKS[nation.block[unit] ?? 0] ?? '',
    })),
    targets: units.flatMap((unit) =>
      lines.flatMap(({ line }) =>
        line.target
          ? [{ unit: code(unit), line: line.code, target: decimal(line.target[unit] ?? 0, line.decimals) }]
          : [],
      ),
    ),
    figures: units.flatMap((unit) =>
      lines.flatMap(({ line, kind, codes }) =>
        line.state[unit] === 0 ? [] : [{ unit: code(unit), line: line.code, ...figureOf(line, kind, codes, unit) }],
      ),
    ),
  };
}
