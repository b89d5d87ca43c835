// What `npm test` runs: everything that proves the product, and says so in one line at the end.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programOf } from './program.ts';

const root = path.join(import.meta.dirname, '..');
const reports = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-reports-'));

const flags = process.argv.slice(2);
if (flags.some((flag) => flag !== '--quick')) {
  console.error('npm test              everything\nnpm run test:quick    types and the tests of domain, db and api');
  process.exit(2);
}

interface Step {
  name: string;
  /** Commands one after the other, each the arguments of this same Node. */
  commands: string[][];
  /** File of vitest's JSON report, where the step runs tests. */
  report?: string;
}

interface Outcome {
  step: Step;
  ok: boolean;
  passed: number;
  failed: number;
}

/** The part we read of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const typesOf = (projects: string[]): Step => ({
  name: 'types',
  commands: projects.map((project) => [programOf('typescript', 'tsc'), '-p', project]),
});

/** A step that runs vitest projects; `alone` is for tests that share a machine badly. */
function tests(name: string, projects: string[], alone: boolean): Step {
  const report = path.join(reports, `${name}.json`);
  const select = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: `tests: ${projects.join(', ')}`,
    commands: [[programOf('vitest'), 'run', ...select, ...reporters, ...(alone ? ['--no-file-parallelism'] : [])]],
    report,
  };
}

/** What the tests of the web app and its types are read with; before the others, which would race with it in a fresh copy. */
const generated: Step = {
  name: 'web: generated types',
  commands: [[programOf('@sveltejs/kit', 'svelte-kit', 'apps/web'), 'sync']],
};

/** Steps that do not need each other, two at a time, long ones first. */
const independent: Step[] = [
  tests('unit', ['domain', 'db', 'documents', 'api', 'web', 'processes'], false),
  // One after the other: both write the generated types of the web app.
  {
    name: 'web: types and build',
    commands: [
      [programOf('svelte-check', 'svelte-check', 'apps/web'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      [path.join(root, 'tools/build-web.ts')],
    ],
  },
  { name: 'eslint', commands: [[programOf('eslint'), '.', '--max-warnings=0']] },
  typesOf([
    'packages/domain',
    'packages/domain/tsconfig.test.json',
    'packages/db',
    'packages/documents',
    'apps/api',
    'tools',
  ]),
  { name: 'prettier', commands: [[programOf('prettier'), '--check', '--log-level=warn', '.']] },
  {
    name: 'structure',
    commands: [
      [programOf('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'packages', 'apps'],
      [programOf('knip')],
    ],
  },
];

/**
 * On the built and really started product, in a browser: every page, then the stories. Each alone on the machine: beside each
 * other a story now and then waited too long for a page.
 */
const browser = [tests('pages', ['pages'], true), tests('stories', ['tools', 'e2e'], true)];

const children = new Set<ChildProcess>();

/** Runs one command to its end; gives back whether it succeeded and all it said. */
function command(args: string[], cwd: string): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd,
      env: {
        ...process.env,
        FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
        // In CI the properties try the same examples each time, so that red means the change; elsewhere new ones.
        ...(process.env['CI'] && !process.env['FC_SEED'] ? { FC_SEED: '20261122' } : {}),
        ...(flags.includes('--quick') && !process.env['FC_RUNS'] ? { FC_RUNS: '0.2' } : {}),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      children.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
}

async function runStep(step: Step): Promise<Outcome> {
  const started = Date.now();
  console.log(`▶ ${step.name}`);
  let ok = true;
  let output = '';
  for (const args of step.commands) {
    const result = await command(args, step.name.startsWith('web:') ? path.join(root, 'apps/web') : root);
    output += result.output;
    ok &&= result.ok;
    if (!ok) break;
  }
  const outcome: Outcome = { step, ok, passed: 0, failed: 0 };
  if (step.report !== undefined) {
    try {
      const report = JSON.parse(readFileSync(step.report, 'utf8')) as Report;
      outcome.passed = report.numPassedTests;
      outcome.failed = report.numFailedTests;
      const skipped = report.numPendingTests + report.numTodoTests;
      if (skipped > 0) {
        outcome.ok = false;
        output += `\n${skipped} tests were skipped; a test that does not run proves nothing.\n`;
      }
      if (report.numPassedTests === 0) outcome.ok = false;
    } catch (error) {
      outcome.ok = false;
      output += `\nno report of the tests: ${(error as Error).message}\n`;
    }
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const count = step.report === undefined ? '' : `, ${outcome.passed} tests passed, ${outcome.failed} failed`;
  console.log(`${outcome.ok ? '✓' : '✗'} ${step.name} (${seconds} s${count})`);
  if (!outcome.ok) console.log(output.trimEnd().replace(/^/gm, '    '));
  // A step that failed for another reason than a test counts as one failure, so that the last line cannot look green.
  if (!outcome.ok && outcome.failed === 0) outcome.failed = 1;
  return outcome;
}

/** Runs the steps with at most two at once, taking the next as soon as one ends. */
async function runTwoAtATime(steps: Step[]): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) outcomes.push(await runStep(step));
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

/** Ends what runs and leaves nothing behind; vitest then stops its database. */
async function abandon(): Promise<void> {
  const ends = [...children].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of children) child.kill('SIGTERM');
  await Promise.race([Promise.all(ends), sleep(5_000)]);
  rmSync(reports, { recursive: true, force: true });
  process.exit(130);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void abandon());
process.on('disconnect', () => void abandon());

/**
 * What a change of a rule, a query or a procedure breaks first: no browser, no build, no formatting, no processes that are
 * started and killed, no upgrades of kept copies, and a fifth of the examples of each property.
 */
const quick: Step[] = [
  tests('quick', ['domain', 'db', 'api'], false),
  // Of the API and all that it imports: what stands in `src` of the packages.
  typesOf(['apps/api']),
];

const started = Date.now();
const outcomes = flags.includes('--quick')
  ? await runTwoAtATime(quick)
  : [await runStep(generated), ...(await runTwoAtATime(independent))];
if (!flags.includes('--quick')) for (const step of browser) outcomes.push(await runStep(step));
rmSync(reports, { recursive: true, force: true });

const bad = outcomes.filter(({ ok }) => !ok);
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s in all`);
for (const { step } of bad) console.log(`FAILED: ${step.name}`);
const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(bad.length === 0 ? 0 : 1);
