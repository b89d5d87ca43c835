import type postgres from 'postgres';

/** An instant as seals and events write it: UTC, six decimals. */
export const microInstant = `YYYY-MM-DD"T"HH24:MI:SS.US"Z"`;

/** The columns of an audit event `a` of a federation `f` as the chain takes them (AuditEvent of the domain). */
export const eventColumns = (sql: postgres.Sql | postgres.TransactionSql) => sql`
  f.code as federation, a.id::float8 as id, to_char(a.at at time zone 'UTC', ${microInstant}) as at, a.account_id as account,
  a.membership_id as membership, a.role, a.title, a.unit_id as unit, a.year_id as year, a.action, a.subject, a.before, a.after,
  a.request_id as request`;
