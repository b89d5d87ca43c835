import { spawn } from 'node:child_process';
import path from 'node:path';

const entry = path.join(import.meta.dirname, '../src/cli/giaouoc.ts');
const conformance = path.join(import.meta.dirname, '../../../packages/domain/conformance');

/** The path of a conformance file. */
export const conformanceFile = (name: string): string => path.join(conformance, name);

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What is written to standard input; nothing keeps it closed. */
  readonly input?: string | Uint8Array;
  /** Ends the reader of standard output after so many bytes. */
  readonly readOnly?: number;
  readonly nodeFlags?: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the real command in a process of its own. */
export function giaouoc(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { promise, resolve, reject } = Promise.withResolvers<Run>();
  const child = spawn(process.execPath, [...(options.nodeFlags ?? []), entry, ...args], {
    env: { ...process.env, ...options.env },
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  let size = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout.push(chunk);
    size += chunk.length;
    if (options.readOnly !== undefined && size >= options.readOnly) child.stdout?.destroy();
  });
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.on('error', reject);
  child.on('close', (code, signal) =>
    resolve({
      code,
      signal,
      stdout: Buffer.concat(stdout).toString('utf8'),
      stderr: Buffer.concat(stderr).toString('utf8'),
    }),
  );
  // A command that refuses early does not read its input to the end.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.input);
  return promise;
}
