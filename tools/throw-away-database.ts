import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startEmbedded, type Embedded } from '../packages/db/src/embedded/index.ts';
import { scratchFolder } from '../packages/db/testing/scratch.ts';

/** Runs `work` with an empty embedded database and an empty folder for evidence, and throws both away. */
export async function withThrowAwayDatabase(
  work: (server: Embedded, evidence: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(scratchFolder(), 'giaouoc-throw-away-'));
  try {
    const server = await startEmbedded({ dir: folder, durable: false });
    const evidence = path.join(folder, 'evidence');
    mkdirSync(evidence);
    await work(server, evidence).finally(() => server.stop());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
