import { existsSync } from 'node:fs';
import { ownSealKey, sealKeyFile } from '../backup/seal.ts';
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
  details: [
    'Tệp chứa mật khẩu đã băm và minh chứng của mọi liên đoàn: cất nơi chỉ người quản trị mở được.',
    'Tệp được niêm phong bằng khóa backup.key trong thư mục dữ liệu: ai sửa tệp mà không có khóa thì khôi phục sẽ từ chối.',
  ],
  async run(args) {
    const [file = ''] = readOptions(args, 1, 1, `backup ${usage}`).words;
    if (existsSync(file))
      throw new Refused('file-exists', `Đã có tệp ${plain(file)}. Chọn tên khác; bản sao lưu cũ không bị ghi đè.`);
    const database = await openOwnDatabase();
    try {
      const seal = ownSealKey(database.dataFolder);
      if (!seal)
        throw new Refused(
          'bad-key',
          `${plain(sealKeyFile(database.dataFolder))} không phải khóa niêm phong. Đặt lại khóa đúng, hoặc đổi tên tệp đó để tạo khóa mới.`,
        );
      const sealed = { now: new Date(), sealKey: seal.key };
      const manifest = await writeBackup(database.ownerUrl, database.store, file, sealed);
      const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
      out(
        `Đã sao lưu vào ${plain(file)}: ${rows} dòng của ${Object.keys(manifest.rows).length} bảng, ${manifest.evidence} tệp minh chứng.\n`,
      );
      for (const year of manifest.years)
        out(`  ${plain(year.federation)}, ${plain(year.year)}: ${year.units} đơn vị, ${year.digest}\n`);
      if (seal.made)
        say(
          `Đã tạo khóa niêm phong ${plain(seal.file)}. Cất một bản ở nơi khác, tách khỏi bản sao lưu: khôi phục trên máy mới cần nó (restore --key).`,
        );
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
