import { sql } from 'drizzle-orm';
import type { Database } from '../scope.ts';

/** How many rows of each kind were taken away. */
export type CleanedUp = { attempts: number; sessions: number; questions: number; writes: number };

/**
 * Takes away what is over, at most `most` rows of each kind (packages/db/sql/clean-up.sql says after how
 * long). Nothing when another process is at it.
 */
export async function cleanUp(db: Database, most: number): Promise<CleanedUp | undefined> {
  const [row] = [
    ...(await db.execute<CleanedUp>(sql`select attempts, sessions, questions, writes from app.clean_up(${most})`)),
  ];
  return row;
}
