// Plain JavaScript for Node >= 20 and npm alone. Brings the pinned Node (only where the machine's own is not the
// one we support) and the pinned pnpm, installs the locked packages, then hands over to the task that was asked for.
// Everything it says goes to stderr, so that `npm run --silent giaouoc -- score …` prints results and nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const [task, ...args] = process.argv.slice(2);
const tasks = {
  start: 'tools/start.ts',
  test: 'tools/test.ts',
  bench: 'tools/bench/run.mjs',
  giaouoc: 'apps/api/src/cli/giaouoc.ts',
};
if (!Object.hasOwn(tasks, task ?? '')) {
  console.error(`usage: node tools/bootstrap.mjs ${Object.keys(tasks).join('|')} [arguments]`);
  process.exit(2);
}

const say = (text) => process.stderr.write(`[giaouoc] ${text}\n`);
const stop = (text) => {
  say(text);
  process.exit(1);
};

if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`Node ${process.version} cũ quá. Hãy cài Node.js từ bản 20 rồi chạy lại.`);

const cache = path.join(root, 'node_modules/.cache');

/** Whether `folder`, or the nearest one above it that exists, may be written to. */
function writable(folder) {
  let nearest = folder;
  while (!existsSync(nearest)) nearest = path.dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where the package managers keep what they fetched, when the person's home is missing or may not be written to: inside
 * the checkout. npm else goes on without what it could not keep, and says nothing.
 */
const homeless = !['.npm', '.cache', '.local/share', '.config'].every((part) =>
  writable(path.join(os.homedir(), part)),
);
const ownStores = homeless
  ? {
      npm_config_cache: path.join(cache, 'npm'),
      ...Object.fromEntries(
        ['CACHE', 'DATA', 'STATE', 'CONFIG'].map((kind) => [`XDG_${kind}_HOME`, path.join(cache, 'home', kind)]),
      ),
    }
  : {};

/** Environment for a child package manager: npm's own variables of the outer run would confuse the inner one. */
const cleanEnv = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^npm_(package|lifecycle|config_local_prefix|config_user_agent)/i.test(key),
    ),
  );
const managerEnv = () => ({ ...cleanEnv(), ...ownStores });

/** Why an installation failed, as far as this machine can tell, and what to do. */
function whyNotInstalled(what) {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.round((bavail * bsize) / 1e6);
  return free < 500
    ? `Không cài được ${what}: ổ đĩa chứa ${root} chỉ còn ${free} MB; lần chạy đầu cần chừng 2 GB. Hãy giải phóng chỗ trống rồi chạy lại.`
    : `Không cài được ${what}. Hãy xem kết nối tới kho gói npm (npm ping), rồi chạy lại. (Could not install; check the connection to the npm registry.)`;
}

/** Runs npm whichever way this process was started. */
function npm(commandArgs, cwd) {
  const viaCli = process.env.npm_execpath?.endsWith('npm-cli.js');
  const result = viaCli
    ? spawnSync(process.execPath, [process.env.npm_execpath, ...commandArgs], {
        cwd,
        env: managerEnv(),
        stdio: ['ignore', 2, 2],
      })
    : spawnSync('npm', commandArgs, {
        cwd,
        env: managerEnv(),
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      });
  if (result.status !== 0) stop(whyNotInstalled(path.relative(root, cwd)));
}

/** Whether the process that made a lock is gone, or has held it for longer than any installation takes. */
function abandoned(lock) {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > 15 * 60_000) return true;
  try {
    process.kill(Number(readFileSync(path.join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    // No such process; or the number has not been written yet, which takes no second.
    return error.code === 'ESRCH' || (error.code === 'ENOENT' && age > 5_000);
  }
}

/** Two commands started at once in one checkout must not install over each other. */
function locked(name, run) {
  const lock = path.join(cache, `${name}.lock`);
  let told = false;
  for (;;) {
    try {
      mkdirSync(cache, { recursive: true });
      mkdirSync(lock);
      writeFileSync(path.join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
        stop(
          `Tài khoản này không được ghi vào ${cache}. Hãy chạy bằng tài khoản sở hữu thư mục mã nguồn, hoặc chép mã nguồn sang một thư mục của mình rồi chạy lại.`,
        );
      if (error.code === 'ENOSPC') stop(whyNotInstalled('các gói'));
      if (error.code !== 'EEXIST') throw error;
      if (abandoned(lock)) rmSync(lock, { recursive: true, force: true });
      else if (!told) {
        say('đang chờ một lệnh khác của thư mục này cài xong…');
        told = true;
      }
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

/**
 * Installs one of the two pinned tools into its own folder, once per version.
 *
 * @param proof file below its node_modules without which it is not installed: npm passes over an optional package that
 * it could not fetch.
 */
function tool(name, proof) {
  const cwd = path.join(root, 'tools/toolchain', name);
  const hasLock = existsSync(path.join(cwd, 'package-lock.json'));
  const want = createHash('sha256')
    .update(readFileSync(path.join(cwd, hasLock ? 'package-lock.json' : 'package.json')))
    .digest('hex');
  const modules = path.join(cwd, 'node_modules');
  const stamp = path.join(modules, '.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want && existsSync(path.join(modules, proof)))
    return modules;
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
  if (!existsSync(path.join(modules, proof))) stop(whyNotInstalled(name));
  writeFileSync(stamp, want);
  return modules;
}

/** Platforms whose Node 24 the lockfile of tools/toolchain/node names. */
const packagedNodes = new Set(['linux-x64', 'linux-arm64', 'win-x64']);

function findNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major === 24 || major >= 26) return process.execPath;
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  if (!packagedNodes.has(platform))
    stop(`Không có Node 24 đi kèm cho máy này (${platform}). Hãy cài Node.js 24 rồi chạy lại.`);
  const program = `node-${platform}/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
  return path.join(tool('node', program), program);
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
  const pnpmModules = tool('pnpm', 'pnpm/bin/pnpm.mjs');
  const env = {
    ...cleanEnv(),
    // A bench installs with npm what it compares with.
    ...(homeless ? { npm_config_cache: ownStores.npm_config_cache } : {}),
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
        env: { ...env, ...ownStores, CI: 'true' },
        stdio: ['ignore', 2, 2],
      },
    );
    if (installed.status !== 0) stop(whyNotInstalled('các gói'));
    writeFileSync(stamp, want);
  }
  return { node, env };
});

// TypeScript is stripped and compiled once, not at every start.
if (!env.NODE_COMPILE_CACHE) env.NODE_COMPILE_CACHE = path.join(cache, 'node');

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
