import type { Readable } from 'node:stream';

/**
 * Where the bytes of evidence lie: under federation/SHA-256 of the stored bytes, never overwritten (R7). The name a
 * person gave the file lives in the database only. A folder and an S3 bucket keep the same promises
 * (evidence-store.test.ts).
 */
export type EvidenceStore = {
  /** Where it is, for the person at the console; nothing secret. */
  place: string;
  /** Stores bytes, durable before it returns (R1). Storing the same bytes again changes nothing. @throws StoreAway */
  put: (federationId: string, bytes: Uint8Array) => Promise<{ sha256: string }>;
  /** The bytes as a stream, or null when they are not there. @throws StoreAway */
  get: (federationId: string, sha256: string) => Promise<{ stream: Readable; bytes: number } | null>;
  /** Whether it can be read from and written to. @throws StoreAway, or what the folder answers */
  probe: () => Promise<void>;
  /** Takes away what killed uploads left behind before a moment; answers how many pieces. */
  sweep: (before: Date) => Promise<number>;
};

/**
 * The store does not answer, or refuses us: not a fault of the program, and the same request may succeed later
 * (trpc/unavailable.ts). The message names the store's code only, never a key or a name.
 */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
  readonly code = 'STORE_AWAY';
  /** What the store calls it (`AccessDenied`), or the network (`ECONNREFUSED`). */
  readonly reason: string;
  constructor(reason: string) {
    super(`evidence store: ${reason}`);
    this.reason = reason;
  }
}

/** `federation/sha256`. Both come from our own rows; checked all the same, since they become a path. */
export function evidenceKey(federationId: string, sha256: string): string {
  if (!/^[0-9a-f-]{36}$/.test(federationId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not an evidence key');
  return `${federationId}/${sha256}`;
}
