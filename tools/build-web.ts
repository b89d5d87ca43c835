import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programOf } from './program.ts';

const root = path.join(import.meta.dirname, '..');
const web = path.join(root, 'apps/web');
/** Inside the build, so that it can only be there when the build was finished. */
const stamp = path.join(web, 'build/.sources');

/** SHA-256 over everything the built web app is made of. */
function sourcesHash(): string {
  const files = globSync(
    [
      'apps/web/{src,static,fonts}/**/*',
      'apps/web/*.{ts,json}',
      'packages/domain/{src/**/*,package.json}',
      'pnpm-lock.yaml',
      'tsconfig.base.json',
    ],
    { cwd: root },
  ).filter((file) => !/\.(test|spec)\.ts$/.test(file) && statSync(path.join(root, file)).isFile());
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** Whether the built web app was made from the sources as they are now. */
export function webIsFresh(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
}

/**
 * Builds the web app unless it is fresh.
 * @param signal gives the build up.
 * @throws Error with the output of the build when it fails.
 */
export async function buildWeb(signal?: AbortSignal): Promise<void> {
  const sources = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  for (const [packageName, command, task] of [
    ['@sveltejs/kit', 'svelte-kit', 'sync'],
    ['vite', 'vite', 'build'],
  ] as const) {
    const child = spawn(process.execPath, [programOf(packageName, command, 'apps/web'), task], {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`The web app could not be built (${command} ${task}):\n${output}`);
  }
  writeFileSync(stamp, sources);
}

if (import.meta.main) await buildWeb();
