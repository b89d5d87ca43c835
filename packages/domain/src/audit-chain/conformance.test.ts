import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { auditEventSchema, checkChain, saidOf, sealSchema } from './index.ts';

const own = path.join(import.meta.dirname, '../../conformance/proofs');
const more = process.env['PROOFS_DIR'];
const files = [own, ...(more ? [more] : [])].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /^audit-.*\.json$/.test(file))
    .map((file) => path.join(folder, file)),
);

test('there are cases', () => expect(files.length).toBeGreaterThanOrEqual(6));

test.each(files.map((file) => [path.basename(file), file]))('%s', (_, file) => {
  const { events, seals, said, unsealed } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown[]>;
  const check = checkChain(seals!.map((seal) => sealSchema.parse(seal)));
  for (const event of events!) check.see(auditEventSchema.parse(event));
  const verdict = check.end();
  expect({ said: verdict.faults.map(saidOf), unsealed: verdict.unsealed }).toEqual({ said, unsealed });
});
