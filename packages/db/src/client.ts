import postgres from 'postgres';

/**
 * A client of a database. As with PostgreSQL's own tools, `?host=/folder` in the URL means the socket in that folder of this
 * machine: half the work of a connection over the network, and nobody else can reach it.
 */
export function openClient(url: string, options: postgres.Options<Record<string, never>> = {}): postgres.Sql {
  const address = new URL(url);
  const folder = address.searchParams.get('host');
  if (!folder?.startsWith('/')) return postgres(url, options);
  address.searchParams.delete('host');
  return postgres(address.href, { ...options, path: `${folder}/.s.PGSQL.${address.port || '5432'}` });
}
