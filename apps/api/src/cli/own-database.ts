import { existsSync } from 'node:fs';
import path from 'node:path';
import { runningEmbedded, startEmbedded } from '@giaouoc/db/embedded/index';
import { readConfig } from '../config.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { openStore, StorageUnusable } from '../store/open-store.ts';
import { Refused } from './command.ts';

/** The database and the evidence that `npm start` works with, for a command that keeps or brings back all of it. */
export type OwnDatabase = {
  ownerUrl: string;
  store: EvidenceStore;
  /** Where this installation keeps what is its own. */
  dataFolder: string;
  close: () => Promise<void>;
};

/** The same for a command that only looks: where there is no database yet, none is made. @throws Refused */
export async function openExistingDatabase(): Promise<OwnDatabase> {
  const { database, dataFolder } = readConfig();
  if (!database && !existsSync(path.join(dataFolder, 'postgres')))
    throw new Refused(
      'no-database',
      'Máy này chưa có cơ sở dữ liệu của Giao Ước. Chạy lệnh trên máy chủ, hoặc kiểm tệp đã tải về với --from và --key.',
    );
  return openOwnDatabase();
}

/** Asks the database; one of an older version, whose tables are not there yet, is named. @throws Refused */
export async function fromDatabase<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === '42P01' || code === '42703' || code === '42883')
      throw new Refused(
        'old-database',
        'Cơ sở dữ liệu là của phiên bản cũ. Khởi động phần mềm một lần để nâng cấp rồi chạy lại.',
      );
    throw error;
  }
}

/**
 * Finds them by the same settings: the outside database where one is named, else the embedded one, which is used while it
 * runs and started for the command's time where it does not.
 */
export async function openOwnDatabase(): Promise<OwnDatabase> {
  const config = readConfig();
  const { dataFolder } = config;
  const store = await openStore(config.storage ?? { folder: path.join(dataFolder, 'evidence') }).catch(
    (error: unknown) => {
      throw error instanceof StorageUnusable ? new Refused('no-store', error.message) : error;
    },
  );
  if (config.database) return { ownerUrl: config.database.ownerUrl, store, dataFolder, close: async () => {} };
  const dir = path.join(dataFolder, 'postgres');
  const running = await runningEmbedded(dir);
  if (running) return { ownerUrl: running.ownerUrl, store, dataFolder, close: async () => {} };
  const started = await startEmbedded({ dir, durable: true });
  return { ownerUrl: started.ownerUrl, store, dataFolder, close: () => started.stop() };
}
