// `node tools/keep-copy.ts`: keeps a copy of the demonstrations' data in the schema of this version, from which the upgrade
// is tested ever after. See packages/db/kept-copies/README.md.
import { migrate } from '../packages/db/src/migrate.ts';
import { seedDemo } from '../apps/api/src/demo/seed.ts';
import { playRareStates } from '../apps/api/testing/kept-copy/play-rare-states.ts';
import { writeKeptCopy } from '../apps/api/testing/kept-copy/kept-copy-file.ts';
import { openServices } from '../apps/api/src/services.ts';
import { withThrowAwayDatabase } from './throw-away-database.ts';

await withThrowAwayDatabase(async ({ ownerUrl, appUrl }, evidence) => {
  await migrate(ownerUrl);
  const publicUrl = 'http://localhost:3000';
  const settings = { databaseUrl: appUrl, ownerUrl, storage: { folder: evidence }, publicUrl };
  await seedDemo(settings, console.log);
  const { services, close } = await openServices(settings);
  await playRareStates(services).finally(close);
  const { file, bytes } = await writeKeptCopy(ownerUrl, appUrl);
  console.log(`${file}: ${(bytes / 1024).toFixed(0)} kB`);
});
