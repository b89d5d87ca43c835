import type postgres from 'postgres';
import { sealEvents, signedOf, type AuditEvent } from '@giaouoc/domain/audit-chain/index';
import { openClient } from '../client.ts';
import { Decided } from './decided.ts';
import { eventColumns, microInstant } from './event-columns.ts';

/** First of the two numbers of the advisory lock of whoever seals a federation; the second is made of its id. */
const lockClass = 7_210_915;

export type SealingOptions = {
  /** Direct connection of the owning role. */
  ownerUrl: string;
  /** Base64 signature of a hash, by the server's key. */
  sign: (hash: string) => string;
  /** Events of one seal at most. */
  most?: number;
  /** Milliseconds to wait for transactions under way. */
  patience?: number;
};

/** How much was sealed. */
export type Sealed = { seals: number; events: number };

/**
 * Seals the trails of all federations (R5), each time it is called: what is older than every running transaction, one seal for
 * each federation after the other, until nothing is left. Several processes may do it at once, and each may be killed anywhere: a seal
 * is one transaction, and of one federation only one process makes the next.
 */
export function trailSealer({
  ownerUrl,
  sign,
  most = 2_000,
  patience = 15_000,
}: SealingOptions): () => Promise<Sealed> {
  const decided = new Decided();
  /** Up to here nothing is left, so that a minute in which nothing happened asks two short questions. */
  let done = 0;
  return async () => {
    const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
    const sealed = { seals: 0, events: 0 };
    try {
      const upTo = await decided.upTo(owner, patience);
      if (upTo <= done) return sealed;
      let elsewhere = false;
      for (let left = await unsealed(owner, upTo); left.length > 0;) {
        const more: string[] = [];
        for (const federationId of left) {
          const events = await sealNext(owner, { federationId, upTo, most, sign });
          if (events === undefined) elsewhere = true;
          if (!events) continue;
          sealed.seals += 1;
          sealed.events += events;
          if (events === most) more.push(federationId);
        }
        left = more;
      }
      if (!elsewhere) done = upTo;
      return sealed;
    } finally {
      await owner.end();
    }
  };
}

/** Federations with events that are not sealed, up to an id. */
const unsealed = (owner: postgres.Sql, upTo: number): Promise<string[]> =>
  owner.begin(async (tx) => {
    await tx`select set_config('app.platform', 'on', true)`;
    const rows = await tx<{ id: string }[]>`
      select f.id from federation f
      where exists (select from audit_event a where a.federation_id = f.id and a.id <= ${upTo} and a.id > coalesce(
        (select s.to_id from audit_seal s where s.federation_id = f.id order by s.to_id desc limit 1), 0))`;
    return rows.map(({ id }) => id);
  });

/** Makes the next seal of a federation. @returns how many events it holds; undefined when another process is at it. */
function sealNext(
  owner: postgres.Sql,
  {
    federationId,
    upTo,
    most,
    sign,
  }: { federationId: string; upTo: number; most: number; sign: SealingOptions['sign'] },
): Promise<number | undefined> {
  return owner.begin(async (tx): Promise<number | undefined> => {
    const [lock] = await tx<{ free: boolean }[]>`
      select pg_try_advisory_xact_lock(${lockClass}, hashtext(${federationId})) as free,
        set_config('app.platform', 'on', true)`;
    if (!lock?.free) return undefined;
    const [last] = await tx<{ to: number; head: string }[]>`
      select to_id::float8 as to, head from audit_seal where federation_id = ${federationId} order by to_id desc limit 1`;
    const events = await tx<AuditEvent[]>`
      select ${eventColumns(tx)} from audit_event a join federation f on f.id = a.federation_id
      where a.federation_id = ${federationId} and a.id > ${last?.to ?? 0} and a.id <= ${upTo}
      order by a.id limit ${most}`;
    if (events.length === 0) return 0;
    const [clock] = await tx<{ at: string }[]>`
      select to_char(clock_timestamp() at time zone 'UTC', ${microInstant}) as at`;
    const seal = sealEvents(events, clock!.at, last?.head);
    await tx`
      insert into audit_seal (federation_id, from_id, to_id, previous, head, at, events, signature)
      values (${federationId}, ${seal.from}, ${seal.to}, ${seal.previous}, ${seal.head}, ${seal.at}::text::timestamptz,
        ${JSON.stringify(seal.events)}::text::jsonb, ${sign(signedOf(seal))})`;
    return events.length;
  });
}
