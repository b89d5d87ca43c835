import { sql, type SQL } from 'drizzle-orm';

/**
 * Rows as one value, to be opened with `jsonb_to_recordset`: the statement is the same for one row and for a thousand, so
 * it is prepared once, and nothing has to be built for each value.
 */
export const asRows = (rows: readonly object[]): SQL => sql`${JSON.stringify(rows)}::jsonb`;
