import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/**
 * The script behind a command of an npm package, to be run with this same Node: works whatever PATH says and whichever
 * way the package manager links its commands.
 *
 * @param workspace folder of the workspace that depends on it, such as `apps/web`; the root when left out.
 */
export function programOf(packageName: string, command = packageName, workspace = '.'): string {
  const manifest = createRequire(path.join(root, workspace, 'package.json')).resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
  return path.join(path.dirname(manifest), script);
}
