import { parentPort } from 'node:worker_threads';
import type { Answer, Task } from '../src/runner.ts';

/** A thread or process that does what it is told: echo, fail, wait for ever, crash, or eat memory. */
const send = (message: Answer) => (parentPort ? parentPort.postMessage(message) : process.send?.(message));
const started = Math.random();

function perform({ id, kind, data }: Task): void {
  if (kind === 'echo') send({ id, value: data });
  if (kind === 'runner') send({ id, value: started });
  if (kind === 'secrets') send({ id, value: Object.keys(process.env) });
  if (kind === 'may') send({ id, value: process.permission?.has(data as string) });
  if (kind === 'fail') send({ id, error: new Error('bad data') });
  if (kind === 'crash') process.exit(3);
  if (kind === 'throw') throw new Error('broken');
  if (kind === 'slow') setTimeout(() => send({ id, value: started }), data as number);
  if (kind === 'eat') for (const eaten: string[] = []; ;) eaten.push('x'.repeat(5_000_000) + eaten.length);
}

if (parentPort) parentPort.on('message', perform);
else process.on('message', perform);
