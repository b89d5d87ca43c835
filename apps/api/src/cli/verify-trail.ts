import path from 'node:path';
import { auditEventSchema, checkChain, saidOf, sealSchema, type Seal } from '@giaouoc/domain/audit-chain/index';
import { number } from '@giaouoc/domain/words/numbers';
import { checkTrail, signedByOne, type CheckedTrail } from '../security/check-trail.ts';
import { Refused } from './command.ts';
import { tellFaultsOfTrail } from './trail-words.ts';
import type { Options } from './options.ts';
import { out, plain, say } from './output.ts';
import { fromDatabase, openExistingDatabase } from './own-database.ts';
import { readKeys, type CheckingKey } from './read-keys.ts';
import { readLines } from './read-lines.ts';
import { tellFaults } from './schema-faults.ts';

type Asked = Pick<Options, 'from' | 'key' | 'head' | 'federation' | 'json' | 'faultsAsJson'>;

/** Verifies the chain and says what came out. @returns the exit code. @throws Refused */
export async function verifyTrail(asked: Asked): Promise<number> {
  const head = asked.head?.replace(/^sha256:/, '').toLowerCase();
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
    throw new Refused('usage', '--head cần đúng 64 chữ số hệ mười sáu, như in ở trang công khai.');
  const keys = asked.key === undefined ? undefined : readKeys(asked.key);
  const looked = asked.from === undefined ? await ofDatabase(asked, keys) : await ofFolder(asked.from, asked, keys);
  if (!looked) return 2;
  const { verdict } = looked;
  const gone = head !== undefined && !verdict.heads.has(head) ? [`head ${head}: not in the chain`] : [];
  const said = [...verdict.faults.map(saidOf), ...gone];
  if (asked.json) out(`${JSON.stringify({ said, unsealed: verdict.unsealed })}\n`);
  else tell(looked, gone.length > 0);
  return said.length > 0 ? 3 : 0;
}

/** The database of this installation; its own keys where none was named. */
async function ofDatabase({ federation }: Asked, keys: CheckingKey[] | undefined): Promise<CheckedTrail> {
  const database = await openExistingDatabase();
  try {
    const looked = await fromDatabase(() =>
      checkTrail(
        database.ownerUrl,
        keys?.map(({ key }) => key),
        federation,
      ),
    );
    if (federation !== undefined && looked.events === 0)
      throw new Refused('no-federation', `Không có sự kiện nào của liên đoàn mã "${plain(federation)}".`);
    return looked;
  } finally {
    await database.close();
  }
}

/** Files that were exported; nothing else is needed. @returns undefined for documents with faults, which are told. */
async function ofFolder(
  folder: string,
  { federation, faultsAsJson }: Asked,
  keys: CheckingKey[] | undefined,
): Promise<CheckedTrail | undefined> {
  const isAsked = (one: { federation: string }) => federation === undefined || one.federation === federation;
  const seals: Seal[] = [];
  const faults = await readLines(path.join(folder, 'seals.jsonl'), {
    name: '/seals',
    schema: sealSchema,
    see: (seal) => void (isAsked(seal) && seals.push(seal)),
  });
  const check = checkChain(seals, keys && signedByOne(keys.map(({ key }) => key)));
  let events = 0;
  faults.push(
    ...(await readLines(path.join(folder, 'audit.jsonl'), {
      name: '/events',
      schema: auditEventSchema,
      see: (event) => {
        if (!isAsked(event)) return;
        check.see(event);
        events += 1;
      },
    })),
  );
  if (faults.length > 0) {
    tellFaults(plain(folder), faults, faultsAsJson);
    return undefined;
  }
  if (!keys)
    say('Chữ ký của niêm phong chưa được kiểm: thêm --key với khóa công khai, hay tệp giaouoc-keys.json, của máy chủ.');
  return { verdict: check.end(), events, seals: seals.length };
}

function tell({ verdict, events, seals }: CheckedTrail, headIsGone: boolean): void {
  const { faults, unsealed, ends } = verdict;
  if (faults.length > 0 || headIsGone) out('NHẬT KÝ KHÔNG CÒN NGUYÊN VẸN:\n');
  else out(`Nhật ký nguyên vẹn: ${number(events)} sự kiện, ${number(seals)} niêm phong.\n`);
  tellFaultsOfTrail(faults, out);
  if (headIsGone) out('  Đầu chuỗi đã công bố không còn trong chuỗi: những niêm phong sau cùng bị bỏ hay bị thay.\n');
  for (const { federation, to, at, head } of ends)
    out(`  ${plain(federation)}: đã niêm phong đến sự kiện ${String(to)}, lúc ${at}, đầu chuỗi ${head}.\n`);
  const [first] = unsealed;
  out(
    first === undefined
      ? 'Mọi sự kiện đều đã niêm phong.\n'
      : `Từ sự kiện ${String(first)} trở đi chưa niêm phong: ${number(unsealed.length)} sự kiện.\n`,
  );
}
