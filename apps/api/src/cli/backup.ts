import { existsSync } from 'node:fs';
import { writeBackup } from '../backup/write-backup.ts';
import { Refused, type Command } from './command.ts';
import { readOptions } from './options.ts';
import { openOwnDatabase } from './own-database.ts';
import { out, plain, say } from './output.ts';

const usage = 'TỆP.tar.gz';

/** Keeps database and evidence in one file (R8). */
export const command: Command = {
  usage,
  summary: 'Sao lưu toàn bộ cơ sở dữ liệu và minh chứng vào một tệp; phần mềm vẫn chạy được trong lúc sao lưu.',
  details: ['Tệp chứa mật khẩu đã băm và minh chứng của mọi liên đoàn: cất nơi chỉ người quản trị mở được.'],
  async run(args) {
    const [file = ''] = readOptions(args, 1, 1, `backup ${usage}`).words;
    if (existsSync(file))
      throw new Refused('file-exists', `Đã có tệp ${plain(file)}. Chọn tên khác; bản sao lưu cũ không bị ghi đè.`);
    const database = await openOwnDatabase();
    try {
      const manifest = await writeBackup(database.ownerUrl, database.store, file, new Date());
      const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
      out(
        `Đã sao lưu vào ${plain(file)}: ${rows} dòng của ${Object.keys(manifest.rows).length} bảng, ${manifest.evidence} tệp minh chứng.\n`,
      );
      for (const year of manifest.years)
        out(`  ${plain(year.federation)}, ${plain(year.year)}: ${year.units} đơn vị, ${year.digest}\n`);
      if (manifest.missingEvidence.length > 0) {
        say(`Thiếu ${manifest.missingEvidence.length} tệp minh chứng trong kho:`);
        for (const missing of manifest.missingEvidence) say(`  ${missing}`);
        return 1;
      }
      return 0;
    } finally {
      await database.close();
    }
  },
};
