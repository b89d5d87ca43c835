// Plain JavaScript for Node >= 20 and npm alone: starts the product as on a machine that never saw it, signs in over HTTP
// as people do, reads pages, and stops it. Fails with what the product said.
//
// A copy of what git tracks goes to a new folder with blanks and Vietnamese letters in its name. There `npm start` runs as
// an ordinary account with an empty home (everything is installed anew), and as root with an empty /var/lib (a mount
// namespace of its own where the machine gives one, else a DATA_FOLDER below folders that are not there). An ordinary
// account checks for itself only.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Milliseconds for everything to be fetched, built and filled; and for the product to end after Ctrl+C. */
const patience = { start: 8 * 60_000, end: 15_000 };

const say = (text) => console.log(`[check-start] ${text}`);

/** What is wrong, with what to look at; everything else that is thrown is a fault of this check. */
class Wrong extends Error {}

const isRoot = process.getuid?.() === 0;
/** The account of this machine that runs things without being anybody. */
function nobody() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('nobody:'));
  if (line === undefined) throw new Wrong('this machine has no account "nobody" to start the product with');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** What a started program must know of the way to the registry; a fresh home has no configuration of npm. */
function registryEnvironment() {
  const registry = spawnSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8' }).stdout?.trim();
  const names = /^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file)$/i;
  return {
    ...(registry?.startsWith('http') ? { npm_config_registry: registry } : {}),
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => names.test(name))),
  };
}

/** Copies what git tracks, and what is new and not ignored, into `folder`. */
function copyCheckout(folder) {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (listed.status !== 0) throw new Wrong(`git ls-files failed in ${root}: ${listed.stderr ?? listed.error}`);
  for (const file of listed.stdout.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name))))
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
}

const chownAll = (folder, { uid, gid }) => {
  const done = spawnSync('chown', ['-R', `${uid}:${gid}`, folder], { encoding: 'utf8' });
  if (done.status !== 0) throw new Wrong(`chown failed: ${done.stderr}`);
};

/** Whether this process may have an empty folder of its own laid over /var/lib. */
const mayUnshare = () =>
  isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/var/lib']).status === 0;

/** A port of this machine that nobody listens on at the moment. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A browser's cookies, as far as signing in needs them. */
function visitor(url) {
  const cookies = new Map();
  return async (address, form) => {
    let target = new URL(address, url);
    let body = form && new URLSearchParams(form);
    for (let redirects = 0; redirects < 6; redirects++) {
      const answer = await fetch(target, {
        method: body ? 'POST' : 'GET',
        body,
        redirect: 'manual',
        headers: { accept: 'text/html', origin: url, cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [pair] = cookie.split(';');
        cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      if (answer.status < 300 || answer.status >= 400)
        return { status: answer.status, path: target.pathname, text: await answer.text() };
      target = new URL(answer.headers.get('location'), target);
      body = undefined;
    }
    throw new Wrong(`${address} redirects without end`);
  };
}

/** Signs in with a name and password that the console printed, and looks at the page this leads to. */
async function signIn(url, { name, password, home, expects }) {
  const visit = visitor(url);
  const page = await visit('/sign-in', { name, password });
  if (page.status !== 200 || page.path !== home)
    throw new Wrong(`${name} signed in and got ${page.status} at ${page.path} instead of ${home}`);
  if (!page.text.includes(expects)) throw new Wrong(`the page ${home} of ${name} does not say "${expects}"`);
  for (const [name, part] of [...page.text.matchAll(/href="(\/_app\/[^"]+\.css)"/g)].slice(0, 1).entries()) {
    const style = await visit(part[1]);
    if (style.status !== 200) throw new Wrong(`style sheet ${name} of ${home} answers ${style.status}`);
  }
}

/** The officer and the chair of the first demonstration, as the console names them. */
function peopleIn(output) {
  const password = /mật khẩu ([^,]+),/.exec(output)?.[1];
  const officer = /^ {2}(\S+) +Cán bộ/m.exec(output)?.[1];
  const chair = /^ {2}(\S+) +Chủ tịch CĐCS (.+)$/m.exec(output);
  if (!password || !officer || !chair) throw new Wrong('the console names no officer or no chair to sign in with');
  return [
    { name: officer, password, home: '/federation', expects: 'Tổng quan' },
    { name: chair[1], password, home: '/unit', expects: chair[2] },
  ];
}

/**
 * Starts the product in `checkout`, uses it, and stops it.
 *
 * @param how `title` for people; `account` to run as, if not one's own; `env` beyond the ordinary; `wrap` before `npm start`.
 */
async function check(checkout, { title, account, env, wrap = [] }) {
  const begun = Date.now();
  const port = await freePort();
  const [program, ...args] = [...wrap, 'npm', 'start'];
  const child = spawn(program, args, {
    cwd: checkout,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', PORT: String(port), ...registryEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, to be told of Ctrl+C as a console tells it.
    detached: true,
    ...account,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.once('error', (error) => (output += error.message));
  const url = `http://localhost:${port}`;
  try {
    for (const until = Date.now() + patience.start; !output.includes('Dừng: Ctrl+C'); await sleep(100)) {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
        throw new Wrong('npm start ended');
      if (Date.now() > until) throw new Wrong('npm start took too long');
    }
    const started = Date.now() - begun;
    const readiness = await fetch(`${url}/readyz`);
    if (readiness.status !== 200) throw new Wrong(`/readyz answers ${readiness.status}`);
    for (const person of peopleIn(output)) await signIn(url, person);
    process.kill(-child.pid, 'SIGINT');
    if ((await Promise.race([ended, sleep(patience.end, 'late')])) === 'late')
      throw new Wrong('npm start did not end after Ctrl+C');
    const postgres = await fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
    if (postgres) throw new Wrong('something still answers after the end');
    say(`${title}: started in ${(started / 1000).toFixed(0)} s, signed in as officer and chair, stopped`);
  } catch (error) {
    if (error instanceof Wrong)
      error.message = `${title}: ${error.message}\n--- what npm start said in ${checkout}:\n${output}`;
    throw error;
  } finally {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGTERM');
      await Promise.race([ended, sleep(patience.end)]);
    }
  }
}

const base = mkdtempSync(path.join(existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir(), 'giaouoc-start-'));
const checkout = path.join(base, 'Thư mục thử');
/** An empty home of an account. */
const home = (name, account) => {
  const folder = path.join(base, name);
  mkdirSync(folder);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
};

try {
  chmodSync(base, 0o755);
  mkdirSync(checkout);
  copyCheckout(checkout);
  const ordinary = isRoot ? nobody() : undefined;
  if (ordinary) chownAll(checkout, ordinary);
  await check(checkout, {
    title: 'ordinary account, empty home',
    account: ordinary,
    env: { HOME: home('home', ordinary) },
  });
  if (isRoot) {
    chownAll(checkout, { uid: 0, gid: 0 });
    const own = mayUnshare();
    await check(checkout, {
      title: own ? 'root, empty /var/lib' : 'root, DATA_FOLDER below folders that are not there (no namespace)',
      env: { HOME: home('home-of-root'), ...(own ? {} : { DATA_FOLDER: path.join(base, 'not/there/yet') }) },
      wrap: own ? ['unshare', '-m', 'sh', '-c', 'mount -t tmpfs none /var/lib && exec "$@"', 'sh'] : [],
    });
  }
} catch (error) {
  console.error(error instanceof Wrong ? `✗ ${error.message}` : error);
  process.exitCode = 1;
} finally {
  rmSync(base, { recursive: true, force: true });
}
