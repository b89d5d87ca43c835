import { Logger, runMigrations } from 'graphile-worker';

/** Says nothing: what goes wrong is thrown, or told by the worker's events. */
export const silent = new Logger(() => () => {});

/**
 * Brings the tables of the job queue (schema `graphile_worker`, which belongs to the library) up to the installed version.
 *
 * @param ownerUrl direct connection of the owning role.
 */
export const migrateJobs = (ownerUrl: string): Promise<void> =>
  runMigrations({ connectionString: ownerUrl, maxPoolSize: 1, logger: silent });
