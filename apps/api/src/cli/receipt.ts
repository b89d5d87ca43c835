import { receiptFault, signedReceiptSchema } from '@giaouoc/domain/receipt/index';
import { hashOf } from '@giaouoc/domain/hash/index';
import { fullDay } from '@giaouoc/domain/words/times';
import { readServerKeys } from '@giaouoc/db/queries/server-key';
import { signerAmong } from '../security/signer.ts';
import { Refused, type Command } from './command.ts';
import { readOptions } from './options.ts';
import { fromDatabase, openExistingDatabase } from './own-database.ts';
import { out, plain } from './output.ts';
import { checkingKey, readKeys, type CheckingKey } from './read-keys.ts';
import { nameOf, readText } from './read-text.ts';
import { schemaFaults, tellFaults } from './schema-faults.ts';

const usage = 'verify BIÊN-NHẬN.json [--key KHÓA] [--faults json]';

/** Says whether a receipt (R4) is as the server issued it. */
export const command: Command = {
  usage,
  summary: 'Kiểm một biên nhận: nội dung đúng với mã của nó, và chữ ký là của máy chủ.',
  details: [
    '',
    '--key: khóa công khai (PEM) hay tệp giaouoc-keys.json của máy chủ; không ghi thì dùng khóa của máy này.',
    'Mã kết thúc: 0 khi đúng; 2 khi không đọc được; 3 khi nội dung hay chữ ký không đúng.',
  ],
  async run(args) {
    const { words, key, faultsAsJson } = readOptions(args, 2, 2, `receipt ${usage}`);
    const [verb, file = ''] = words;
    if (verb !== 'verify') throw new Refused('usage', `Lệnh này cần: giaouoc receipt ${usage}`);
    const json = jsonOf(readText(file));
    if (json === undefined) {
      const fault = { pointer: '', code: 'not-json', message: 'Nội dung không phải JSON hoặc bị cắt giữa chừng.' };
      tellFaults(nameOf(file), [fault], faultsAsJson);
      return 2;
    }
    const parsed = signedReceiptSchema.safeParse(json);
    if (!parsed.success) {
      tellFaults(nameOf(file), schemaFaults(parsed.error.issues, json), faultsAsJson);
      return 2;
    }
    const keys = key === undefined ? await ownKeys() : readKeys(key);
    const { content, hash, signature } = parsed.data;
    let signer: CheckingKey | undefined;
    const fault = receiptFault(parsed.data, (...signed) => {
      const found = signerAmong(
        keys.map((one) => one.key),
        ...signed,
      );
      signer = keys.find((one) => one.key === found);
      return found !== undefined;
    });
    if (fault === 'hash differs')
      out(
        `Biên nhận KHÔNG ĐÚNG: nội dung đã bị sửa sau khi cấp.\n  mã tính lại: ${hashOf(content)}\n  trong tệp:   ${hash}\n`,
      );
    else if (fault === 'not signed')
      out(
        `Biên nhận KHÔNG ĐÚNG: chữ ký không phải của máy chủ này, hoặc của một khóa khác.\n  chữ ký trong tệp: ${plain(signature).slice(0, 100)}\n`,
      );
    else out(`Biên nhận đúng: ${hash}, chữ ký của khóa ${signer ? wordsOf(signer) : ''}.\n`);
    return fault ? 3 : 0;
  },
};

function wordsOf({ id, days }: CheckingKey): string {
  if (!days) return id;
  return `${id}, dùng từ ${fullDay(days.from)}${days.until === null ? '' : ` đến ${fullDay(days.until)}`}`;
}

async function ownKeys(): Promise<CheckingKey[]> {
  const database = await openExistingDatabase();
  try {
    const keys = await fromDatabase(() => readServerKeys(database.ownerUrl));
    return keys.flatMap(({ publicKey, from, until }) => checkingKey(publicKey, { from, until }) ?? []);
  } finally {
    await database.close();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
