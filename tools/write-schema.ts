// `node tools/write-schema.ts`: writes packages/db/sql/roles.sql from the list of roles, and packages/db/schema.sql, the whole schema
// as it stands, from a freshly migrated database.
import { writeFileSync } from 'node:fs';
import { migrate } from '../packages/db/src/migrate.ts';
import { rolesFile, rolesSql } from '../packages/db/src/roles-sql.ts';
import { dumpSchema, schemaFile } from '../packages/db/src/schema-dump/schema-dump.ts';
import { withThrowAwayDatabase } from './throw-away-database.ts';

writeFileSync(rolesFile, rolesSql());
await withThrowAwayDatabase(async ({ ownerUrl }) => {
  await migrate(ownerUrl);
  writeFileSync(schemaFile, await dumpSchema(ownerUrl));
  console.log(schemaFile);
});
