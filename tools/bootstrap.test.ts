import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const tools = import.meta.dirname;

/** Runs the bootstrap of the checkout at `root` with a registry that is not there. */
function bootstrap(root: string, ...args: string[]) {
  const { npm_execpath: _, ...env } = process.env;
  return spawnSync(process.execPath, [path.join(root, 'tools/bootstrap.mjs'), ...args], {
    env: { ...env, npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' },
    encoding: 'utf8',
  });
}

describe('M1 the bootstrap', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-bootstrap-'));
    cpSync(path.join(tools, 'bootstrap.mjs'), path.join(root, 'tools/bootstrap.mjs'));
    for (const file of ['node/package.json', 'node/package-lock.json', 'pnpm/package.json'])
      cpSync(path.join(tools, 'toolchain', file), path.join(root, 'tools/toolchain', file));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('says what to do when the registry is away, and takes nothing for installed', () => {
    const { status, stderr } = bootstrap(root, 'start');
    expect(status).toBe(1);
    expect(stderr).toMatch(/Không cài được .*kho gói npm/);
    expect(existsSync(path.join(root, 'tools/toolchain/pnpm/node_modules/.stamp'))).toBe(false);
    expect(existsSync(path.join(root, 'node_modules/.cache/bootstrap.lock'))).toBe(false);
  });

  it('does not wait for a process that died while it was installing', () => {
    const lock = path.join(root, 'node_modules/.cache/bootstrap.lock');
    mkdirSync(lock, { recursive: true });
    // The highest number a process can have on Linux is 4194304; nobody has this one.
    writeFileSync(path.join(lock, 'pid'), '4194305');
    expect(bootstrap(root, 'start').stderr).toContain('Không cài được');
  });

  it('knows its tasks and nothing else', () => {
    expect(bootstrap(root, 'toString').status).toBe(2);
    expect(bootstrap(root).stderr).toContain('start|test|bench|giaouoc');
  });
});
