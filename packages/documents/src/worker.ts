import { parentPort } from 'node:worker_threads';
import { renderers, type DocumentKind } from './kinds.ts';
import type { Answer, Task } from './runner.ts';

/** The thread that makes documents, one after the other. */
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a thread of the pool only');

port.on('message', (task: Task) => void answer(task));

async function answer({ id, kind, data }: Task): Promise<void> {
  try {
    const render = renderers[kind as DocumentKind] as (data: unknown) => Promise<Uint8Array>;
    const value = await render(data);
    port?.postMessage({ id, value } satisfies Answer, [value.buffer as ArrayBuffer]);
  } catch (error) {
    port?.postMessage({ id, error } satisfies Answer);
  }
}
