import type postgres from 'postgres';

type Work = (tx: postgres.TransactionSql) => unknown;

/**
 * The same client, but what is still asked in a transaction that has ended or failed is refused. Of several questions asked
 * together one may fail while another goes on: its next statement would reach whoever has the connection then.
 */
export function refuseAfterEnd<Client extends postgres.Sql>(client: Client): Client {
  const begin = client.begin.bind(client) as (work: Work) => Promise<unknown>;
  const ended = (work: Work) =>
    begin(async (tx) => {
      try {
        return await work(tx);
      } finally {
        tx.unsafe = () => {
          throw Object.assign(new Error('the transaction has ended'), { code: 'TRANSACTION_OVER' });
        };
      }
    });
  return Object.assign(client, { begin: ended });
}
