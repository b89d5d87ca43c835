import { parentPort, workerData } from 'node:worker_threads';
import { runCommand } from './run-command.ts';

const { name, args } = workerData as { name: string; args: string[] };
parentPort?.postMessage(await runCommand(name, args));
