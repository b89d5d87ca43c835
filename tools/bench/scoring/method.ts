/** One method in a process of its own, so that its peak memory is its own. Prints one JSON object. */
import { gradesAndRanks } from './grades-and-ranks.ts';
import { best, median, repeat, type Measured } from './measure.ts';
import { makeNation, type Nation } from './nation.ts';
import { tightLoop } from './tight-loop.ts';

const methods: Readonly<Record<string, (nation: Nation) => Promise<Measured>>> = {
  async tight(nation) {
    const { times, last } = await repeat(40, 10, () => tightLoop(nation));
    return { times, units: nation.size, totals: last.total, note: 'this plan by hand over typed arrays, totals only' };
  },
  totals: async (nation) => (await import('./by-engine.ts')).byTotals(nation),
  whys: async (nation) => (await import('./by-engine.ts')).byTotalsWithWhys(nation),
  results: async (nation) => (await import('./by-engine.ts')).byResults(nation),
  explanations: async (nation) => (await import('./by-engine.ts')).byExplanations(nation),
  rescore: async (nation) => (await import('./by-engine.ts')).byRescoring(nation),
  duckdb: async (nation) => (await import('./by-duckdb.ts')).byDuckdb(nation),
  postgres: async (nation) => (await import('./by-postgres.ts')).byPostgres(nation),
  hyperformula: async (nation) => (await import('./by-hyperformula.ts')).byHyperformula(nation),
};

const [name = '', federations = '700'] = process.argv.slice(2);
const method = methods[name];
if (!method) throw new Error(`no method ${name}`);
const nation = makeNation(Number(federations));
const expected = tightLoop(nation);
const { grade, rank } = gradesAndRanks(nation, expected);
const measured = await method(nation);

const wrong = (found: ArrayLike<number> | undefined, right: ArrayLike<number>): number | null => {
  if (!found || found.length === 0) return null;
  let count = 0;
  for (let unit = 0; unit < right.length; unit += 1) if (found[unit] !== right[unit]) count += 1;
  return count;
};
process.stdout.write(
  JSON.stringify({
    name,
    ms: best(measured.times),
    median: median(measured.times),
    units: measured.units,
    wrongTotals: wrong(measured.totals, expected.total),
    wrongGrades: wrong(measured.grades, grade),
    wrongRanks: wrong(measured.ranks, rank),
    // maxRSS is in kilobytes.
    peak: measured.peakElsewhere ?? process.resourceUsage().maxRSS / 1024,
    note: measured.note ?? '',
  }),
);
