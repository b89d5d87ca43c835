import { rotateServerKey } from '@giaouoc/db/platform';
import { readServerKeys } from '@giaouoc/db/queries/server-key';
import { fullDay } from '@giaouoc/domain/words/times';
import { Refused, type Command } from './command.ts';
import { readOptions } from './options.ts';
import { fromDatabase, openExistingDatabase } from './own-database.ts';
import { out } from './output.ts';
import { checkingKey } from './read-keys.ts';

const usage = '[rotate]';

/** Shows the keys that sign receipts and seals, and puts another one in use. */
export const command: Command = {
  usage,
  summary: 'Các khóa ký biên nhận và niêm phong; "rotate" thay khóa đang dùng bằng khóa mới.',
  details: [
    'Khóa cũ được giữ và vẫn công bố ở /.well-known/giaouoc-keys.json: biên nhận và niêm phong cũ luôn kiểm được.',
    'Sau rotate phải khởi động lại phần mềm, mọi tiến trình, để ký bằng khóa mới.',
  ],
  async run(args) {
    const [verb] = readOptions(args, 0, 1, `keys ${usage}`).words;
    if (verb !== undefined && verb !== 'rotate') throw new Refused('usage', `Lệnh này cần: giaouoc keys ${usage}`);
    const database = await openExistingDatabase();
    try {
      await fromDatabase(async () => {
        if (verb === 'rotate') await rotateServerKey(database.ownerUrl);
        for (const { publicKey, from, until } of await readServerKeys(database.ownerUrl))
          out(
            `${checkingKey(publicKey)?.id ?? '?'}  từ ${fullDay(from)}${until === null ? ', đang dùng' : ` đến ${fullDay(until)}`}\n`,
          );
      });
      if (verb === 'rotate') out('Đã có khóa mới. Khởi động lại phần mềm để bắt đầu ký bằng khóa này.\n');
      return 0;
    } finally {
      await database.close();
    }
  },
};
