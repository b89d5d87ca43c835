import type postgres from 'postgres';

/**
 * A statement with more values than this carries a list of its own length, another one each time: kept by the server, such
 * statements would fill its memory.
 */
const mostValues = 80;

/**
 * The same client, but what drizzle sends through it is prepared once for each connection and then only named. Drizzle
 * asks for that neither for `select()` nor for `execute()`, and postgres.js then spends two rounds on each statement and
 * PostgreSQL plans it anew every time: about half of what a small request costs.
 */
export function withPreparedStatements<Client extends postgres.Sql>(client: Client): Client {
  prepareThrough(client);
  const begin = client.begin.bind(client) as (work: (tx: postgres.TransactionSql) => unknown) => Promise<unknown>;
  const prepared = (work: (tx: postgres.TransactionSql) => unknown) =>
    begin((tx) => {
      prepareThrough(tx);
      commitAlong(tx as Committing);
      return work(tx);
    });
  return Object.assign(client, { begin: prepared });
}

function prepareThrough(client: Pick<postgres.Sql, 'unsafe'>): void {
  const unsafe = client.unsafe.bind(client);
  client.unsafe = ((text, values = [], options = {}) =>
    unsafe(text, values, {
      ...options,
      prepare: values.length > 0 && values.length <= mostValues,
    })) as postgres.Sql['unsafe'];
}

/**
 * At the end of the last statement of a transaction, where it is known to be the last: `commit` then goes to PostgreSQL right
 * behind it, without waiting for its answer. Should the statement fail, PostgreSQL answers that commit by rolling back. Nothing
 * may be asked in the transaction after it; the driver refuses it.
 */
export const lastOfTransaction = '/* last */';

/** A transaction of the driver as we have patched it (patches/). */
type Committing = postgres.TransactionSql & { commit: () => void };

function commitAlong(tx: Committing): void {
  const unsafe = tx.unsafe.bind(tx);
  tx.unsafe = ((text, values, options) => {
    const query = unsafe(text, values, options);
    if (text.endsWith(lastOfTransaction)) {
      // On its way before `commit` is: what nobody waits for yet is not sent.
      void query.execute();
      tx.commit();
    }
    return query;
  }) as postgres.Sql['unsafe'];
}
