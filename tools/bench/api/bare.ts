// What the product is held against: a route that does nothing but one transaction with one insert of twenty rows.
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tellMemory } from './tell-memory.ts';

const [databaseUrl = ''] = process.argv.slice(2);
// Dependencies of the product, not of the bench.
const ofPackage = (name: string) => createRequire(new URL(`../../../${name}/package.json`, import.meta.url));
const fastify = ofPackage('apps/api')(
  'fastify',
) as typeof import('../../../apps/api/node_modules/fastify/fastify.js').fastify;
const postgres = ofPackage('packages/db')(
  'postgres',
) as typeof import('../../../packages/db/node_modules/postgres/types/index.js');
const sql = postgres(databaseUrl, { max: 10 });
const app = fastify();

app.post<{ Body: { unitId: string; lines: { line: string; period: string; fields: object }[] } }>(
  '/bare',
  async (req) => {
    const { unitId, lines } = req.body;
    const rows = Array.from({ length: 20 }, (_, index) => {
      const { line, period, fields } = lines[index % lines.length]!;
      return {
        unit_id: unitId,
        line_code: line,
        period_code: period,
        value: JSON.stringify(fields),
        status: 'submitted',
      };
    });
    await sql.begin((tx) => tx`insert into bare_row ${tx(rows)}`);
    return { ok: true };
  },
);
await app.listen({ host: '127.0.0.1', port: 0 });
tellMemory((app.server.address() as AddressInfo).port);
