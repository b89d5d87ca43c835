import type { DocumentKind, DocumentKinds } from './kinds.ts';
import { createPool, PoolError } from './pool.ts';
import type { UnitsReading } from './read-units.ts';
import { startProcess, startThread } from './runner.ts';

/** Makes papers in threads and reads uploads in a process, so that the server's own thread goes on answering. */
export interface Documents {
  /**
   * Makes one document.
   * @throws PoolError when it took too long, its thread crashed, too much is waiting, or the data do not fit
   */
  render<K extends DocumentKind>(kind: K, data: DocumentKinds[K]): Promise<Uint8Array>;
  /** Makes many of a kind, in order, spread over the threads. */
  renderAll<K extends DocumentKind>(kind: K, items: readonly DocumentKinds[K][]): Promise<Uint8Array[]>;
  /**
   * Reads an uploaded list of units in a process of its own with bounded time and memory; a bad file is a value with a
   * code, never a crash of the server.
   */
  readUnits(bytes: Uint8Array): Promise<UnitsReading>;
  /** Ends the threads; the process could also simply end, they do not hold it. */
  close(): Promise<void>;
}

export interface DocumentsOptions {
  /** Threads for documents; 2 when left out. */
  threads?: number;
  /** Longest time for one document, 60 s when left out. */
  renderTimeoutMs?: number;
  /** Longest time for one upload, 15 s when left out. */
  readTimeoutMs?: number;
  /** Memory for JavaScript in the process that reads uploads, in MB; 256 when left out. */
  readMemoryMb?: number;
}

const idleMs = 60_000;

/** Threads start with the first task and end after a minute without any. */
export function createDocuments(options: DocumentsOptions = {}): Documents {
  const { threads = 2, renderTimeoutMs = 60_000, readTimeoutMs = 15_000, readMemoryMb = 256 } = options;
  const render = createPool({
    start: startThread(new URL('./worker.ts', import.meta.url)),
    ...{ size: threads, timeoutMs: renderTimeoutMs, idleMs, maxQueue: 2000 },
  });
  const read = createPool({
    start: startProcess(new URL('./upload-process.ts', import.meta.url), readMemoryMb),
    ...{ size: 1, timeoutMs: readTimeoutMs, idleMs, maxQueue: 20 },
  });
  return {
    render: (kind, data) => render.run(kind, data) as Promise<Uint8Array>,
    renderAll: (kind, items) => Promise.all(items.map((item) => render.run(kind, item) as Promise<Uint8Array>)),
    async readUnits(bytes) {
      try {
        return (await read.run('read-units', bytes)) as UnitsReading;
      } catch (error) {
        if (error instanceof PoolError && error.reason === 'timed-out') return { ok: false, code: 'workbook-too-slow' };
        if (error instanceof PoolError && error.reason === 'out-of-memory')
          return { ok: false, code: 'workbook-too-heavy' };
        throw error;
      }
    },
    async close() {
      await Promise.all([render.close(), read.close()]);
    },
  };
}
