import type { People } from './people.ts';

/**
 * What `work` asks PostgreSQL, statement by statement, as the driver sends it. For P6: no page asks more when it shows
 * more. What the driver itself asks once about types is not counted.
 */
export async function statementsOf(all: People, work: () => Promise<unknown>): Promise<string[]> {
  const { options } = all.services.db.$client as unknown as { options: { debug?: unknown } };
  const statements: string[] = [];
  options.debug = (_connection: number, statement: string) => {
    if (!/\bpg_catalog\.pg_type\b/.test(statement)) statements.push(statement);
  };
  try {
    await work();
  } finally {
    options.debug = false;
  }
  return statements;
}
