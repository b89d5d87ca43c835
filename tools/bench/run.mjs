// What `npm run bench` runs on the pinned Node (tools/bootstrap.mjs): brings what a bench compares with, which `npm start`
// and `npm test` never install, then runs it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const benches = {
  scoring: 'scoring/index.ts',
  documents: '../../packages/documents/bench.ts',
  api: 'api/index.ts',
  pages: 'pages/index.ts',
  crowd: 'crowd/index.ts',
};

const [name = 'all', ...args] = process.argv.slice(2);
const chosen = name === 'all' ? Object.keys(benches) : Object.hasOwn(benches, name) ? [name] : [];
if (chosen.length === 0) {
  console.error(`usage: npm run bench -- all|${Object.keys(benches).join('|')}`);
  process.exit(2);
}
install();
for (const bench of chosen) {
  const result = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(here, benches[bench]), ...args],
    {
      stdio: 'inherit',
    },
  );
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/**
 * Installs what the lockfile of this folder names, once for each lockfile. Not `npm ci`: that one refuses a lockfile
 * without the packages of every other platform, which not every registry serves.
 */
function install() {
  const want = createHash('sha256')
    .update(readFileSync(path.join(here, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(here, 'node_modules/.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return;
  console.error('installing what the bench compares with…');
  const done = spawnSync(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: here,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(stamp, want);
}
