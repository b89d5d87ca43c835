import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { canonicalJson } from '@giaouoc/domain/hash/index';
import { readTrail } from '@giaouoc/db/trail/read-trail';
import { number } from '@giaouoc/domain/words/numbers';
import { Refused } from './command.ts';
import { fromDatabase, openExistingDatabase } from './own-database.ts';
import { out, plain } from './output.ts';

/** Writes `audit.jsonl` and `seals.jsonl`, one canonical line for each event and seal. @throws Refused */
export async function exportTrail(folder: string, federation: string | undefined): Promise<number> {
  const [events, seals] = [path.join(folder, 'audit.jsonl'), path.join(folder, 'seals.jsonl')];
  for (const file of [events, seals])
    if (existsSync(file))
      throw new Refused('file-exists', `Đã có tệp ${plain(file)}. Chọn thư mục khác; tệp cũ không bị ghi đè.`);
  const database = await openExistingDatabase();
  try {
    const written = await fromDatabase(() =>
      readTrail(
        database.ownerUrl,
        async (trail) => {
          mkdirSync(folder, { recursive: true });
          const counts = { events: 0, seals: trail.seals.length };
          await pipeline(
            function* () {
              for (const seal of trail.seals) yield `${canonicalJson(seal)}\n`;
            },
            createWriteStream(seals, { flags: 'wx' }),
          );
          await pipeline(
            async function* () {
              for await (const page of trail.events) {
                counts.events += page.length;
                yield page.map((event) => `${canonicalJson(event)}\n`).join('');
              }
            },
            createWriteStream(events, { flags: 'wx' }),
          );
          return counts;
        },
        federation ?? null,
      ),
    );
    out(`Đã xuất ${number(written.events)} sự kiện và ${number(written.seals)} niêm phong vào ${plain(folder)}.\n`);
    return 0;
  } finally {
    await database.close();
  }
}
