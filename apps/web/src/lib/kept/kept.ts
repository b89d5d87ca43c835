import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Fields } from '../report/figure-fields.ts';

/**
 * What this device keeps until the server has answered, and the receipts that stay readable without a network. Every
 * entry names its owner (the membership) and is shown to nobody else who signs in on the same phone.
 */

/** A line typed and not saved yet. */
export type KeptDraft = { owner: string; yearId: string; key: string; fields: Fields; note: string; seen: number };
/** A write under way: sent again with the same id until it is answered, so that it happens once (R2). */
export type KeptWrite = { owner: string; id: string; clientId: string; input: unknown };
/** A photo or paper waiting to be sent. */
export type KeptFile = {
  id: string;
  owner: string;
  yearId: string;
  /** Where it belongs, `period|line`. */
  key: string;
  name: string;
  blob: Blob;
  /** Why the server will not take it; null while it may be sent again. */
  refused: string | null;
};
/** A receipt as it is shown without a network. */
export type KeptReceipt = {
  number: string;
  owner: string;
  kind: 'report' | 'signature';
  title: string;
  unit: string;
  at: string;
  hash: string;
  lines: { code: string; title: string; words: string }[];
};

interface Kept extends DBSchema {
  drafts: { key: [string, string, string]; value: KeptDraft };
  writes: { key: [string, string]; value: KeptWrite };
  files: { key: string; value: KeptFile; indexes: { owner: [string, string] } };
  receipts: { key: string; value: KeptReceipt };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

function database(): Promise<IDBPDatabase<Kept>> {
  return (opened ??= openDB<Kept>('giaouoc', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: ['owner', 'yearId', 'key'] });
      db.createObjectStore('writes', { keyPath: ['owner', 'id'] });
      db.createObjectStore('files', { keyPath: 'id' }).createIndex('owner', ['owner', 'yearId']);
      db.createObjectStore('receipts', { keyPath: 'number' });
    },
  }));
}

/** A browser may refuse to keep anything (private window, full disk): then the page goes on with what it has in hand. */
async function tried<T>(otherwise: T, work: (db: IDBPDatabase<Kept>) => Promise<T>): Promise<T> {
  try {
    return await work(await database());
  } catch {
    // A database that could not be opened may open later: a disk that was full, a version that was in use.
    if (
      opened &&
      (await opened.then(
        () => false,
        () => true,
      ))
    )
      opened = undefined;
    return otherwise;
  }
}

/** Whether this browser keeps anything at all: tried, since private windows and full disks say so only then. */
export const canKeep = (): Promise<boolean> =>
  tried(false, async (db) => {
    const probe = { owner: '', id: 'probe', clientId: '', input: null };
    await db.put('writes', probe);
    await db.delete('writes', [probe.owner, probe.id]);
    return true;
  });

/** Keeps a draft; false when this browser keeps nothing. */
export const keepDraft = (draft: KeptDraft): Promise<boolean> =>
  tried(false, async (db) => (await db.put('drafts', draft), true));

/** The drafts of one person in one year. */
export const keptDrafts = (owner: string, yearId: string): Promise<KeptDraft[]> =>
  tried([], (db) => db.getAll('drafts', IDBKeyRange.bound([owner, yearId, ''], [owner, yearId, '\uffff'])));

export const dropDraft = (owner: string, yearId: string, key: string): Promise<void> =>
  tried(undefined, (db) => db.delete('drafts', [owner, yearId, key]));

/** Remembers a write before it is sent. */
export const keepWrite = (write: KeptWrite): Promise<boolean> =>
  tried(false, async (db) => (await db.put('writes', write), true));

export const keptWrite = (owner: string, id: string): Promise<KeptWrite | undefined> =>
  tried(undefined, (db) => db.get('writes', [owner, id]));

export const dropWrite = (owner: string, id: string): Promise<void> =>
  tried(undefined, (db) => db.delete('writes', [owner, id]));

export const keepFile = (file: KeptFile): Promise<boolean> =>
  tried(false, async (db) => (await db.put('files', file), true));

/** The files of one person in one year that were not sent. */
export const keptFiles = (owner: string, yearId: string): Promise<KeptFile[]> =>
  tried([], (db) => db.getAllFromIndex('files', 'owner', [owner, yearId]));

export const dropFile = (id: string): Promise<void> => tried(undefined, (db) => db.delete('files', id));

export const keepReceipt = (receipt: KeptReceipt): Promise<boolean> =>
  tried(false, async (db) => (await db.put('receipts', receipt), true));

/** One person's receipts on this device, newest first. */
export const keptReceipts = (owner: string): Promise<KeptReceipt[]> =>
  tried([], async (db) =>
    (await db.getAll('receipts')).filter((one) => one.owner === owner).sort((a, b) => (a.at < b.at ? 1 : -1)),
  );

/** Receipts of everybody but this person leave the device: they can be had again, and are nobody else's to read. */
export const onlyReceiptsOf = (owner: string | null): Promise<void> =>
  tried(undefined, async (db) => {
    for (const one of await db.getAll('receipts')) if (one.owner !== owner) await db.delete('receipts', one.number);
  });

/** How much of this person's this device has and nobody else: lines and files that were never sent. */
export const unsentOf = (owner: string): Promise<number> =>
  tried(0, async (db) => {
    const [drafts, files] = await Promise.all([db.getAll('drafts'), db.getAll('files')]);
    return [...drafts, ...files].filter((one) => one.owner === owner).length;
  });

/** Takes everything of one person off this device. */
export const forget = (owner: string): Promise<void> =>
  tried(undefined, async (db) => {
    const work = db.transaction(['drafts', 'writes', 'files', 'receipts'], 'readwrite');
    for (const name of ['drafts', 'writes', 'files', 'receipts'] as const)
      for (let at = await work.objectStore(name).openCursor(); at; at = await at.continue())
        if (at.value.owner === owner) await at.delete();
    await work.done;
  });
