import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratchFolder } from '../../packages/db/testing/scratch.ts';

/** The product as `npm start` runs it, really started, on data of its own. */
export interface Product {
  url: string;
  port: number;
  /** Process id of the server. */
  pid: number;
  /** One-time code for /setup, when there is no federation yet. */
  setupCode: string | null;
  dataFolder: string;
  /** All it has said so far. */
  output(): string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
  /** Stops it as Ctrl+C does. */
  stop(): Promise<void>;
  /** Stops it and throws its data away. */
  drop(): Promise<void>;
}

export interface ProductOptions {
  /** false: with the demo federations. */
  empty?: boolean;
  /** Start again on the data of an earlier product. */
  after?: Pick<Product, 'dataFolder' | 'port'>;
  env?: Record<string, string>;
}

/** Starts the product on a free port and waits until it is ready. Rejects with all it said when it ends before that. */
export async function startProduct({ empty = true, after, env = {} }: ProductOptions = {}): Promise<Product> {
  const dataFolder = after?.dataFolder ?? mkdtempSync(path.join(scratchFolder(), 'giaouoc-product-'));
  const port = after?.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, '../start.ts'), ...(empty ? ['--empty'] : [])],
    {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), DATA_FOLDER: dataFolder, ...env },
      // The channel ends the product when the test runner is killed.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (output += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
  };
  const url = `http://localhost:${port}`;
  const until = Date.now() + 150_000;
  while (!output.includes('Dừng: Ctrl+C')) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      child.kill('SIGINT');
      await ended;
      if (after === undefined) rmSync(dataFolder, { recursive: true, force: true });
      throw new Error(`the product did not start:\n${output}`);
    }
    await sleep(20);
  }
  return {
    url,
    port,
    pid: child.pid ?? 0,
    setupCode: /mã thiết lập: ([0-9A-F-]+)/.exec(output)?.[1] ?? null,
    dataFolder,
    output: () => output,
    ended,
    stop,
    drop: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A port of this machine that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
