import { readUnits } from './read-units.ts';
import type { Answer, Task } from './runner.ts';

/** The process that reads uploads, one after the other. */
process.on('message', (task: Task) => void answer(task));
process.on('disconnect', () => process.exit());

async function answer({ id, data }: Task): Promise<void> {
  const send = (message: Answer) => process.send?.(message);
  try {
    send({ id, value: await readUnits(data as Uint8Array) });
  } catch (error) {
    send({ id, error });
  }
}
