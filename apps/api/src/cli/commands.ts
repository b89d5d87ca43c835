import type { Command } from './command.ts';

interface Entry {
  /** Loads the command's file only when it is asked for, so that each one starts with no more than it needs. */
  readonly load: () => Promise<{ command: Command }>;
  /** Reads year files, which may be large (see run-in-child-process.ts). */
  readonly readsYears: boolean;
}

/** Every command by its name, in the order of the help. A new command is a new file and a line here. */
export const commands: Readonly<Record<string, Entry>> = {
  score: { load: () => import('./score.ts'), readsYears: true },
  explain: { load: () => import('./explain.ts'), readsYears: true },
  check: { load: () => import('./check.ts'), readsYears: true },
  compare: { load: () => import('./compare.ts'), readsYears: true },
  verify: { load: () => import('./verify.ts'), readsYears: true },
  backup: { load: () => import('./backup.ts'), readsYears: false },
  restore: { load: () => import('./restore.ts'), readsYears: false },
  jobs: { load: () => import('./jobs.ts'), readsYears: false },
};

/** The entry of a command; only names of the table count, not what every object has. */
export const entryOf = (name: string): Entry | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;
