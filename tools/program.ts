import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/**
 * The script behind a command of an npm package, to be run with this same Node: works whatever PATH says and whichever
 * way the package manager links its commands.
 *
 * @param workspace folder of the workspace that depends on it, such as `apps/web`; the root when left out.
 */
export function programOf(packageName: string, command = packageName, workspace = '.'): string {
  const folder = path.join(root, workspace, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
  return path.join(folder, script);
}
