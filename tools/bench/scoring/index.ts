/** `pnpm bench:scoring`: scores one invented nation in several ways and prints one table (docs/bench.md says how). */
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { FEDERATION_SIZE, SEED } from './nation.ts';

interface Row {
  readonly name: string;
  /** Best and median of the repetitions. */
  readonly ms: number;
  readonly median: number;
  readonly units: number;
  readonly wrongTotals: number | null;
  readonly wrongGrades: number | null;
  readonly wrongRanks: number | null;
  readonly peak: number;
  readonly note: string;
}

const NATION = 700;
const PROVINCE = 30;

function measure(name: string, federations: number): Row {
  const flags = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=6144'];
  const child = spawnSync(
    process.execPath,
    [...flags, path.join(import.meta.dirname, 'method.ts'), name, String(federations)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (child.status !== 0) throw new Error(`the method ${name} failed`);
  return JSON.parse(child.stdout) as Row;
}

const titles: readonly (readonly [string, string, number])[] = [
  ['tight', 'tight typed-array loop (totals)', NATION],
  ['totals', 'Giao Ước: totals, ranks, grades', NATION],
  ['whys', 'Giao Ước: the same, with whys as data', NATION],
  ['results', 'Giao Ước: whole results', NATION],
  ['explanations', 'Giao Ước: whole results with whys', NATION],
  ['duckdb', 'DuckDB', NATION],
  ['postgres', 'PostgreSQL', NATION],
  ['hyperformula', 'HyperFormula, one province', PROVINCE],
];

const count = (value: number | null): string => (value === null ? '–' : value.toLocaleString('en'));
const pad = (text: string, width: number): string => text.padEnd(width);
const right = (text: string, width: number): string => text.padStart(width);

console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'} × ${String(cpus().length)}, ${String(Math.round(totalmem() / 2 ** 30))} GB`,
);
console.log(
  `${(NATION * FEDERATION_SIZE).toLocaleString('en')} units × 18 lines, ${String(NATION)} federations, seed ${String(SEED)}\n`,
);
console.log(
  pad('', 40) +
    right('best ms', 11) +
    right('× tight', 11) +
    right('wrong: totals', 15) +
    right('grades', 8) +
    right('ranks', 8) +
    right('peak MB', 9),
);
let perUnit = Number.NaN;
let wrong = 0;
for (const [name, title, federations] of titles) {
  const row = measure(name, federations);
  if (name === 'tight') perUnit = row.ms / row.units;
  // By the unit, so that a province can stand beside the nation.
  const ratio = row.ms / row.units / perUnit;
  console.log(
    pad(title, 40) +
      right(row.ms.toFixed(row.ms < 100 ? 2 : 0), 11) +
      right(ratio.toFixed(ratio < 100 ? 1 : 0), 11) +
      right(count(row.wrongTotals), 15) +
      right(count(row.wrongGrades), 8) +
      right(count(row.wrongRanks), 8) +
      right(row.peak.toFixed(0), 9) +
      (row.note ? `   ${row.note}` : ''),
  );
  if (!['hyperformula'].includes(name))
    wrong += (row.wrongTotals ?? 0) + (row.wrongGrades ?? 0) + (row.wrongRanks ?? 0);
}
const change = measure('rescore', 50);
console.log(`\nOne changed figure, worked out again in memory: ${change.median.toFixed(3)} ms (${change.note}).`);
if (wrong > 0) {
  console.error(`${String(wrong)} values differ between exact methods: one of them is wrong.`);
  process.exitCode = 1;
}
