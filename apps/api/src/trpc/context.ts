import type { Database } from '@giaouoc/db';
import type { Documents } from '@giaouoc/documents';
import type { SessionRow } from '@giaouoc/db/queries/accounts';
import type { Sealer } from '../security/sealer.ts';
import type { Signer } from '../security/signer.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';

/** What the whole server has once; made in server.ts, handed to every request. */
export type Services = {
  db: Database;
  /** The same database, a pool of its own for the numbers of receipts (takeReceiptNumbers). */
  numbers: Database;
  /** `https://giaouoc.example.vn`, without a slash at the end: what links and QR codes begin with. */
  publicUrl: string;
  /** Signs receipts and seals; another one after the keys were changed. */
  signer: Signer;
  /** What one-time tokens are worked out with, so that the same click answers the same; never another one. */
  tokenSigner: Signer;
  sealer: Sealer;
  /** By which PostgreSQL knows that the server itself asks (packages/db/src/sign-in-key.ts). */
  signInKey: Buffer;
  store: EvidenceStore;
  /** Makes papers and reads uploads, in threads. */
  documents: Documents;
  /** The instant a request is judged by; tests and the demo data set it. */
  now: () => Date;
  /** Days that demonstration federations live on, by federation: there it is always that day, at the real time of day. */
  demoDays: ReadonlyMap<string, string>;
};

/** A cookie the answer is to set; an empty value takes it away. */
export type CookieToSet = { name: string; value: string; maxAge: number };

/** What one request brings. `session` is read from the database once, however many procedures a batch calls. */
export type Context = Services & {
  requestId: string;
  device: string;
  token: string | undefined;
  /** The opaque token by which this device is known once somebody has signed in on it. */
  deviceToken?: string | undefined;
  setCookie: (cookie: CookieToSet) => void;
  session: () => Promise<SessionRow | undefined>;
};
