import {
  CELL_STATE,
  compilePlan,
  rescore,
  resultsOf,
  scoreTotals,
  scoreYear,
  startScoring,
  type Change,
  type Columns,
  type LineColumn,
  type ScoreOptions,
  type YearResults,
} from '../../../packages/domain/src/scoring/index.ts';
import { repeat, type Measured } from './measure.ts';
import { FEDERATION_SIZE, type Nation, type NationLine } from './nation.ts';
import { BLOCKS, PLAN } from './plan.ts';
import { yearFileOf } from './year-files.ts';

const STATES = [CELL_STATE.missing, CELL_STATE.given, CELL_STATE.notApplicable];

function columnOf(line: NationLine): LineColumn {
  return {
    state: line.state.map((state) => STATES[state] ?? CELL_STATE.missing),
    decimals: line.decimals,
    ...(line.value && { value: Float64Array.from(line.value) }),
    ...(line.whole && { whole: Float64Array.from(line.whole) }),
    ...(line.target && { target: Float64Array.from(line.target), targetDecimals: line.decimals }),
    ...(line.counts && { counts: line.counts }),
  };
}

function columnsOfNation(nation: Nation): Columns {
  const blockPlace = nation.federation.map(
    (federation, unit) => federation * BLOCKS.length + (nation.block[unit] ?? 0),
  );
  return {
    size: nation.size,
    block: Uint16Array.from(nation.block),
    federationPlace: nation.federation,
    blockPlace,
    clusterPlace: blockPlace,
    lines: nation.lines.map(columnOf),
  };
}

/** Totals, ranks and grades of all units at once, from columns; compiling the plan is part of what is timed. */
export async function byTotals(nation: Nation, explain = false): Promise<Measured> {
  const columns = columnsOfNation(nation);
  const { times, last } = await repeat(25, 5, () => scoreTotals(compilePlan(PLAN, BLOCKS), columns, { explain }));
  return {
    times,
    units: nation.size,
    totals: last.total,
    grades: last.grade,
    ranks: last.rank,
    note: explain ? 'every line keeps the exact fraction that was rounded; sentences are made when asked for' : '',
  };
}

export const byTotalsWithWhys = (nation: Nation): Promise<Measured> => byTotals(nation, true);

/** Whole results, one federation after the other, from year files; making the files is not timed. */
async function byYears(nation: Nation, options: ScoreOptions, note: string): Promise<Measured> {
  const federations = nation.size / FEDERATION_SIZE;
  const totals = new Float64Array(nation.size);
  const grades = new Int8Array(nation.size);
  const ranks = new Int32Array(nation.size);
  const gradeCodes = PLAN.grades.map((grade) => grade.code);
  const keep = (federation: number, { units }: YearResults) => {
    for (const [index, unit] of units.entries()) {
      const at = federation * FEDERATION_SIZE + index;
      totals[at] = Number(unit.total.replace('.', ''));
      grades[at] = gradeCodes.indexOf(unit.grade ?? '');
      ranks[at] = unit.rank ?? 0;
    }
  };
  // The best time of each federation, added up: a year takes milliseconds, the whole nation much longer.
  const taken = new Float64Array(federations).fill(Infinity);
  for (let run = 0; run < 3; run += 1) {
    for (let federation = 0; federation < federations; federation += 1) {
      const year = yearFileOf(nation, federation);
      const start = performance.now();
      const results = scoreYear(year, options);
      taken[federation] = Math.min(taken[federation] ?? Infinity, performance.now() - start);
      keep(federation, results);
    }
  }
  const times = [taken.reduce((sum, one) => sum + one, 0)];
  return { times, units: nation.size, totals, grades, ranks, note };
}

export const byResults = (nation: Nation): Promise<Measured> =>
  byYears(nation, { digest: false }, 'results of every unit and line as text, no digest');

export const byExplanations = (nation: Nation): Promise<Measured> =>
  byYears(
    nation,
    { digest: false, explain: true },
    'results and whys of every line, group, total, grade and rank, no digest',
  );

/** One changed figure: everything that depends on it worked out again, and the results read. */
export async function byRescoring(nation: Nation): Promise<Measured> {
  const federations = Math.min(50, nation.size / FEDERATION_SIZE);
  const started = Array.from({ length: federations }, (_, federation) => startScoring(yearFileOf(nation, federation)));
  const codes = started.map((scored) => resultsOf(scored, { digest: false }).units.map((unit) => unit.unit));
  let at = 0;
  const change = (): Change => {
    at += 1;
    const unit = codes[at % federations]?.[(at * 7) % FEDERATION_SIZE] ?? '';
    const line = ['1.1', '1.5', '1.9', '2.6', '2.4'][at % 5] ?? '1.1';
    const figure = line === '2.6' ? { points: String(at % 12) } : { value: String(at % 95) };
    return { kind: 'figure', unit, line, figure };
  };
  const times: number[] = [];
  for (let run = 0; run < 6000; run += 1) {
    const next = change();
    const index = at % federations;
    const before = started[index];
    if (!before) throw new Error('no federation');
    const start = performance.now();
    const after = rescore(before, next);
    const taken = performance.now() - start;
    started[index] = after;
    if (run >= 1000) times.push(taken);
  }
  // Whether it is right: the changed years from scratch against the ones that were changed step by step.
  const first = started[0];
  if (!first) throw new Error('no federation');
  const { yearOf } = await import('../../../packages/domain/src/scoring/index.ts');
  const stepwise = resultsOf(first).digest;
  if (stepwise !== scoreYear(yearOf(first)).digest) throw new Error('scoring step by step went wrong');
  return {
    times,
    units: 1,
    totals: [],
    note: 'one changed figure, its block ranked again; the median of 5,000 changes',
  };
}
