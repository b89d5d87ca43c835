import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../testing/scratch.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';

const patchFile = path.join(import.meta.dirname, '../../../patches/postgres@3.4.9.patch');
const driver = path.join(path.dirname(createRequire(import.meta.url).resolve('postgres')), '../..');
const scenarioFile = path.join(import.meta.dirname, '../testing/driver-scenarios.ts');

/** One change of the patch: in `file`, `was` became `is`. */
interface Change {
  file: string;
  was: string;
  is: string;
}

/** The hunks of a unified diff, in its order. */
function hunksOf(diff: string): Change[] {
  const hunks: Change[] = [];
  let file = '';
  for (const line of diff.split('\n')) {
    if (line.startsWith('+++ b/')) file = line.slice(6);
    else if (line.startsWith('@@')) hunks.push({ file, was: '', is: '' });
    else if (/^[ +-](?!-- |\+\+ )/.test(line)) {
      const hunk = hunks.at(-1);
      if (hunk === undefined) continue;
      if (line[0] !== '+') hunk.was += `${line.slice(1)}\n`;
      if (line[0] !== '-') hunk.is += `${line.slice(1)}\n`;
    }
  }
  return hunks;
}

/**
 * Which scenarios (testing/driver-scenarios.ts) fail without which hunk of the patch, in the order of the patch. A new hunk
 * without a scenario fails the test.
 */
const held: string[][] = [
  [
    'long statements of one turn leave in one write',
    'what is asked on a reserved connection that is gone is refused, and ends no process',
  ],
  ['what was to be written on a connection that closed does not stand before the next'],
  [
    'what is asked between the error and the end of a connection is refused',
    'a server that hangs up before it lets anyone in is away',
  ],
  ['a connection that breaks while it asks for types ends no process'],
  ['begin goes along with the first statement'],
  ['commit goes along with the last statement', 'a begin that fails is told, although statements went along with it'],
  ['a last statement that fails says why, although commit was sent with it'],
  ['a commit that PostgreSQL answers by rolling back is an error'],
  ['what is asked after commit was sent is refused', 'a transaction whose connection broke asks nobody else'],
];

/** Parts of a hunk that others lean on: taken out alone, so that what fails is what they are for. */
const pieces = [
  {
    name: 'the larger buffer',
    file: 'src/connection.js',
    is: 'chunk.length >= 65536',
    was: 'chunk.length >= 1024',
    scenario: 'long statements of one turn leave in one write',
  },
  {
    name: 'a begin that waits for nothing',
    file: 'src/index.js',
    is: '{ onexecute: c => (onexecute(c), resolve()) }).execute()\n        begun.catch(reject)',
    was: '{ onexecute }).execute()\n        begun.then(resolve, reject)',
    scenario: 'begin goes along with the first statement',
  },
  {
    name: 'remembering that the connection is gone',
    file: 'src/index.js',
    is: '          gone = e\n',
    was: '',
    scenario: 'a transaction whose connection broke asks nobody else',
  },
  {
    name: 'hearing of a begin that failed late',
    file: 'src/index.js',
    is: '      name || begun.catch(e => uncaughtError || (uncaughtError = e))\n',
    was: '',
    scenario: 'a begin that fails is told, although statements went along with it',
  },
];

let database: TestDatabase;
let copies: string;
beforeAll(async () => {
  database = await testDatabase();
  copies = mkdtempSync(path.join(scratchFolder(), 'giaouoc-driver-'));
});
afterAll(async () => {
  rmSync(copies, { recursive: true, force: true });
  await database.drop();
});

/** Runs a scenario with the driver in `folder`; false when it fails, or has not ended after a while. */
function holds(folder: string, scenario: string, patience: number): Promise<boolean> {
  const child = spawn(process.execPath, [scenarioFile, folder, database.ownerUrl, scenario], {
    stdio: 'ignore',
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));
}

const hunks = hunksOf(readFileSync(patchFile, 'utf8'));

describe('the patch of the driver', () => {
  it('has a scenario for each hunk', () => {
    expect(held).toHaveLength(hunks.length);
  });

  it.each(held.flat())('%s', async (scenario) => {
    expect(await holds(driver, scenario, 30_000)).toBe(true);
  });

  it.each(held.map((scenarios, index) => ({ hunk: index + 1, scenarios })))(
    'is needed: without hunk $hunk its scenarios fail',
    async ({ hunk, scenarios }) => {
      const { file, was, is } = hunks[hunk - 1]!;
      const copy = without(`hunk-${hunk}`, file, is, was);
      expect(await Promise.all(scenarios.map((one) => holds(copy, one, 4_000)))).toEqual(scenarios.map(() => false));
    },
  );

  it.each(pieces)('is needed: without $name in $file: $scenario', async ({ name, file, is, was, scenario }) => {
    expect(await holds(without(name, file, is, was), scenario, 4_000)).toBe(false);
  });
});

/** A copy of the driver in which `is` stands as `was` again. */
function without(name: string, file: string, is: string, was: string): string {
  const copy = path.join(copies, name);
  cpSync(driver, copy, { recursive: true });
  const source = readFileSync(path.join(copy, file), 'utf8');
  expect(source.split(is)).toHaveLength(2);
  writeFileSync(
    path.join(copy, file),
    source.replace(is, () => was),
  );
  return copy;
}
