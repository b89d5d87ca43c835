import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { resetDatabase } from '../packages/db/src/embedded/index.ts';
import type { Embedded } from '../packages/db/src/embedded/index.ts';
import { migrate } from '../packages/db/src/migrate.ts';
import { hasFederation } from '../packages/db/src/platform.ts';
import { demoSecrets, demoSignIns, seedDemo } from '../apps/api/src/demo/seed.ts';
import type { Places } from '../apps/api/src/run.ts';

/**
 * Puts the demonstration federations into an embedded database that holds nothing yet. One that was being filled when the
 * process was killed is emptied and filled again: half a demonstration helps nobody.
 *
 * @returns whether the database holds the demonstration.
 */
export async function ensureDemo(
  server: Embedded,
  places: Places,
  publicUrl: string,
  dataFolder: string,
  say: (text: string) => void,
): Promise<boolean> {
  const begun = path.join(dataFolder, 'demo-begun');
  const done = path.join(dataFolder, 'demo-done');
  if (existsSync(done)) return hasFederation(server.ownerUrl);
  if (existsSync(begun)) {
    say('Lần trước dữ liệu mẫu nhập chưa xong; nhập lại từ đầu.');
    await resetDatabase(server);
    await migrate(server.ownerUrl);
  } else if (await hasFederation(server.ownerUrl)) return false;
  writeFileSync(begun, '');
  // Nothing here is anybody's work yet: losing the last moments to a power cut only means filling it again.
  const url = new URL(places.databaseUrl);
  url.searchParams.set('synchronous_commit', 'off');
  await seedDemo({ ...places, databaseUrl: url.href, publicUrl }, say);
  writeFileSync(done, '');
  rmSync(begun);
  return true;
}

/** The ways into the demonstration, for the console. */
export function demoSignInsText(): string {
  const width = Math.max(...demoSignIns.map(({ name }) => name.length));
  const rows = demoSignIns.map(({ name, who }) => `  ${name.padEnd(width)}  ${who}`);
  return [`Đăng nhập thử (mật khẩu ${demoSecrets.password}, mã xác nhận ${demoSecrets.code}):`, ...rows].join('\n');
}
