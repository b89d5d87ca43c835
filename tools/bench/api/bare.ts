// What the product is held against: a route that does nothing but one transaction of twenty rows, one insert for each table: the
// figures of eighteen lines, a score, a trace.
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { openClient } from '../../../packages/db/src/client.ts';
import { tellMemory } from './tell-memory.ts';

const [databaseUrl = ''] = process.argv.slice(2);
// Dependencies of the product, not of the bench.
const ofPackage = (name: string) => createRequire(new URL(`../../../${name}/package.json`, import.meta.url));
const fastify = ofPackage('apps/api')(
  'fastify',
) as typeof import('../../../apps/api/node_modules/fastify/fastify.js').fastify;
const sql = openClient(databaseUrl, { max: 10 });
const app = fastify();

app.post<{ Body: { unitId: string; lines: { line: string; period: string; fields: object }[] } }>(
  '/bare',
  async (req) => {
    const { unitId, lines } = req.body;
    const figures = lines.map(({ line, period, fields }) => ({
      unit_id: unitId,
      line_code: line,
      period_code: period,
      value: JSON.stringify(fields),
      status: 'submitted',
    }));
    await sql.begin(async (tx) => {
      await tx`insert into bare_figure ${tx(figures)}`;
      await tx`insert into bare_score ${tx([{ unit_id: unitId, points: JSON.stringify({ lines: lines.length }) }])}`;
      await tx`insert into bare_trace ${tx([{ unit_id: unitId, action: 'submit', after: JSON.stringify({ lines: lines.length }) }])}`;
    });
    return { ok: true };
  },
);
await app.listen({ host: '127.0.0.1', port: 0 });
tellMemory((app.server.address() as AddressInfo).port);
