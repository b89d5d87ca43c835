import { sql } from 'drizzle-orm';
import type { Database } from '../scope.ts';

/** What a federation is made of when it is set up; all of it is printed on its papers. */
export type NewFederation = {
  code: string;
  kind: string;
  name: string;
  superior: string;
  symbol: string;
  place: string;
  signsFor: string;
  signsAs: string;
  demo: boolean;
};

export type NewOfficer = {
  userName: string;
  phone: string | null;
  title: string;
  passwordHash: string;
  codeHash: string;
};

const first = <T>(rows: Iterable<T>): T | undefined => [...rows][0];

/** Whether this server has a federation already. */
export async function anyFederation(db: Database): Promise<boolean> {
  return first(await db.execute<{ yes: boolean }>(sql`select app.any_federation() as yes`))?.yes ?? false;
}

/** Whether a set-up code (as hash) can still be used. */
export async function setupCodeOpen(db: Database, codeHash: Uint8Array): Promise<boolean> {
  return (
    first(await db.execute<{ open: boolean }>(sql`select app.setup_code_open(${codeHash}) as open`))?.open ?? false
  );
}

/**
 * Uses the code and makes the federation with its first officer, in one statement; nothing when the code is not open.
 * Throws PostgreSQL's unique violation when the federation's code, the user name or the phone is taken.
 */
export async function setUp(db: Database, codeHash: Uint8Array, federation: NewFederation, officer: NewOfficer) {
  return first(
    await db.execute<{ federationId: string; accountId: string; membershipId: string }>(
      sql`select federation_id as "federationId", account_id as "accountId", membership_id as "membershipId"
          from app.set_up(${codeHash}, ${JSON.stringify(federation)}::text::jsonb, ${officer.userName}, ${officer.phone},
                          ${officer.title}, ${officer.passwordHash}, ${officer.codeHash})`,
    ),
  );
}
