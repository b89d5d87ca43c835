import { sealSchema, type AuditEvent, type Seal } from '@giaouoc/domain/audit-chain/index';
import { openClient } from '../client.ts';
import { eventColumns, microInstant } from './event-columns.ts';

/** Events handed over at once. */
const atOnce = 2_000;

/** The trail of one moment. */
export type Trail = {
  /** Of each federation in the order in which they were made. */
  seals: Seal[];
  /** By federation, in the order of their ids; may be gone through once. */
  events: AsyncIterable<AuditEvent[]>;
  /** Public keys (PEM) that ever signed a seal here. */
  keys: string[];
};

/**
 * Reads events and seals of all federations, or of the one with `code`, as they were at one moment, and hands them to `work`.
 *
 * @param ownerUrl direct connection of the owning role.
 */
export async function readTrail<T>(
  ownerUrl: string,
  work: (trail: Trail) => Promise<T>,
  code: string | null = null,
): Promise<T> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return (await owner.begin('isolation level repeatable read read only', async (tx) => {
      await tx`select set_config('app.platform', 'on', true)`;
      const seals = await tx<Omit<Seal, 'format'>[]>`
        select f.code as federation, s.from_id::float8 as from, s.to_id::float8 as to, s.previous, s.head,
          to_char(s.at at time zone 'UTC', ${microInstant}) as at, s.events, s.signature
        from audit_seal s join federation f on f.id = s.federation_id
        where ${code}::text is null or f.code = ${code} order by f.code collate "C", s.to_id`;
      const events = tx<AuditEvent[]>`
        select ${eventColumns(tx)} from audit_event a join federation f on f.id = a.federation_id
        where ${code}::text is null or f.code = ${code} order by f.code collate "C", a.federation_id, a.id`;
      const keys = await tx<{ pem: string }[]>`select public_key as pem from app.server_public_keys()`;
      return work({ seals: seals.map(asSeal), events: events.cursor(atOnce), keys: keys.map(({ pem }) => pem) });
    })) as T;
  } finally {
    await owner.end();
  }
}

/** A list of leaves that is none, by whoever changed the row, proves nothing: verifying then names the seal. */
function asSeal(row: Omit<Seal, 'format'>): Seal {
  const seal: Seal = { format: 'giaouoc-audit/1', ...row };
  return sealSchema.safeParse(seal).success ? seal : { ...seal, events: [] };
}
