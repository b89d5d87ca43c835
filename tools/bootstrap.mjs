// Plain JavaScript for Node >= 20 and npm alone. Brings the pinned Node (only where the machine's own is not the
// one we support) and the pinned pnpm, installs the locked packages, then hands over to `start`, `test` or `giaouoc`.
// Everything it says goes to stderr, so that `npm run --silent giaouoc -- score …` prints results and nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const [task, ...args] = process.argv.slice(2);
const tasks = { start: 'tools/start.ts', test: 'tools/test.ts', giaouoc: 'apps/api/src/cli/giaouoc.ts' };
if (!(task in tasks)) {
  console.error(`usage: node tools/bootstrap.mjs ${Object.keys(tasks).join('|')} [arguments]`);
  process.exit(2);
}

const say = (text) => process.stderr.write(`[giaouoc] ${text}\n`);

/** Environment for a child package manager: npm's own variables of the outer run would confuse the inner one. */
const cleanEnv = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^npm_(package|lifecycle|config_local_prefix|config_user_agent)/i.test(key),
    ),
  );

/** Runs npm whichever way this process was started. */
function npm(commandArgs, cwd) {
  const viaCli = process.env.npm_execpath?.endsWith('npm-cli.js');
  const result = viaCli
    ? spawnSync(process.execPath, [process.env.npm_execpath, ...commandArgs], {
        cwd,
        env: cleanEnv(),
        stdio: ['ignore', 2, 2],
      })
    : spawnSync('npm', commandArgs, {
        cwd,
        env: cleanEnv(),
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      });
  if (result.status !== 0) {
    say(
      `npm ${commandArgs[0]} failed in ${path.relative(root, cwd)}; check the connection to the npm registry and run again`,
    );
    process.exit(1);
  }
}

/** Two commands started at once in one checkout must not install over each other. */
function locked(name, run) {
  const lock = path.join(root, 'node_modules/.cache', `${name}.lock`);
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      // A process that died while holding the lock must not stop everyone for ever.
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 15 * 60_000)
        rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return run();
  } finally {
    release();
    process.off('exit', release);
  }
}

/** Installs one of the two pinned tools into its own folder, once per version. */
function tool(name) {
  const cwd = path.join(root, 'tools/toolchain', name);
  const hasLock = existsSync(path.join(cwd, 'package-lock.json'));
  const want = createHash('sha256')
    .update(readFileSync(path.join(cwd, hasLock ? 'package-lock.json' : 'package.json')))
    .digest('hex');
  const modules = path.join(cwd, 'node_modules');
  const stamp = path.join(modules, '.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return modules;
  say(`installing ${name}…`);
  npm(
    [
      ...(hasLock ? ['ci'] : ['install', '--no-package-lock']),
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    cwd,
  );
  writeFileSync(stamp, want);
  return modules;
}

function findNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major === 24 || major >= 26) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = path.join(
    tool('node'),
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(file)) return file;
  say(
    `Node ${process.version} is too old and no packaged Node 24 exists for ${platform}-${process.arch}: install Node 24 and run again`,
  );
  process.exit(1);
}

/** What decides whether the packages have to be installed again. */
function manifestHash() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];
  for (const folder of ['apps', 'packages'])
    for (const entry of readdirSync(path.join(root, folder)).sort())
      files.push(path.join(folder, entry, 'package.json'));
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of files)
    if (existsSync(path.join(root, file))) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

const { node, env } = locked('bootstrap', () => {
  const node = findNode();
  const pnpmModules = tool('pnpm');
  const env = {
    ...cleanEnv(),
    PATH: [path.dirname(node), path.join(pnpmModules, '.bin'), process.env.PATH].join(path.delimiter),
  };
  const stamp = path.join(root, 'node_modules/.cache/installed');
  const want = manifestHash();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== want) {
    say('installing packages…');
    const installed = spawnSync(
      node,
      [path.join(pnpmModules, 'pnpm/bin/pnpm.mjs'), 'install', '--frozen-lockfile', '--reporter=append-only'],
      {
        cwd: root,
        env: { ...env, CI: 'true' },
        stdio: ['ignore', 2, 2],
      },
    );
    if (installed.status !== 0) process.exit(installed.status ?? 1);
    writeFileSync(stamp, want);
  }
  return { node, env };
});

// TypeScript is stripped and compiled once, not at every start.
env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/node');

// `npm run giaouoc -- score year.json` from another folder means that folder's file.
const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(root, tasks[task]), ...args], {
  cwd: task === 'giaouoc' ? (process.env.INIT_CWD ?? process.cwd()) : root,
  env,
  // The channel tells the child when we are killed without a chance to pass it on.
  stdio: task === 'giaouoc' ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc'],
});
// npm passes a SIGTERM to its shell alone, which passes it to nobody: losing the parent is all we hear of it.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined && task !== 'giaouoc')
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 250).unref();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
