import type { Database } from '@giaouoc/db';

/** The database has not answered in time; it may still do what was asked (trpc/unavailable.ts, R2). */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'NO_ANSWER';
}

/**
 * The same database, whose every question and transaction ends: what has no answer after `milliseconds` fails with
 * `NoAnswer`. For lines that swallow what is sent without breaking; PostgreSQL itself ends what it works at too long
 * (services.ts).
 */
export function inTime(db: Database, milliseconds: number): Database {
  const bounded = <T>(work: PromiseLike<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(new NoAnswer('no answer from the database')), milliseconds).unref();
      const over = () => clearTimeout(timer);
      work.then(
        (value) => (over(), resolve(value)),
        (error: Error) => (over(), reject(error)),
      );
    });
  const transaction = db.transaction.bind(db);
  const execute = db.execute.bind(db);
  return Object.assign(db, {
    transaction: (...args: Parameters<typeof transaction>) => bounded(transaction(...args)),
    execute: (...args: Parameters<typeof execute>) => bounded(execute(...args)),
  }) as Database;
}
