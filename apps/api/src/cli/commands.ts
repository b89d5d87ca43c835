import type { Command } from './command.ts';

interface Entry {
  /** Loads the command's file only when it is asked for, so that each one starts with no more than it needs. */
  readonly load: () => Promise<{ command: Command }>;
  /** Reads JSON files, which may be large (see run-in-child-process.ts). */
  readonly readsDocuments: boolean;
}

/** Every command by its name, in the order of the help. A new command is a new file and a line here. */
export const commands: Readonly<Record<string, Entry>> = {
  score: { load: () => import('./score.ts'), readsDocuments: true },
  explain: { load: () => import('./explain.ts'), readsDocuments: true },
  check: { load: () => import('./check.ts'), readsDocuments: true },
  compare: { load: () => import('./compare.ts'), readsDocuments: true },
  verify: { load: () => import('./verify.ts'), readsDocuments: true },
  draw: { load: () => import('./draw.ts'), readsDocuments: true },
  cross: { load: () => import('./cross.ts'), readsDocuments: true },
  backup: { load: () => import('./backup.ts'), readsDocuments: false },
  restore: { load: () => import('./restore.ts'), readsDocuments: false },
  audit: { load: () => import('./audit.ts'), readsDocuments: false },
  receipt: { load: () => import('./receipt.ts'), readsDocuments: true },
  keys: { load: () => import('./keys.ts'), readsDocuments: false },
  jobs: { load: () => import('./jobs.ts'), readsDocuments: false },
};

/** The entry of a command; only names of the table count, not what every object has. */
export const entryOf = (name: string): Entry | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;
