import { existsSync } from 'node:fs';
import { migrate } from '@giaouoc/db';
import { RestoreRefused } from '@giaouoc/db/backup/index';
import { NotABackup, restoreBackup } from '../backup/read-backup.ts';
import { Refused, type Command } from './command.ts';
import { readOptions } from './options.ts';
import { openOwnDatabase } from './own-database.ts';
import { out, plain, say } from './output.ts';

const usage = 'TỆP.tar.gz';

/** Brings a backup back into an empty database, and proves it by scoring every year again (R8). */
export const command: Command = {
  usage,
  summary: 'Khôi phục một bản sao lưu vào cơ sở dữ liệu trống, rồi chấm lại mọi năm và so với bản sao lưu.',
  async run(args) {
    const [file = ''] = readOptions(args, 1, 1, `restore ${usage}`).words;
    if (!existsSync(file)) throw new Refused('no-file', `Không có tệp ${plain(file)}.`);
    const database = await openOwnDatabase();
    try {
      await migrate(database.ownerUrl);
      const restored = await restoreBackup(database.ownerUrl, database.store, file);
      const rows = [...restored.rows.values()].reduce((sum, count) => sum + count, 0);
      out(
        `Đã khôi phục ${rows} dòng của ${restored.rows.size} bảng, ${restored.evidence} tệp minh chứng, từ bản sao lưu lúc ${restored.manifest.madeAt}.\n`,
      );
      for (const year of restored.years)
        out(
          `  ${plain(year.federation)}, ${plain(year.year)}: ${year.units} đơn vị, ${year.same ? 'điểm khớp' : 'ĐIỂM KHÁC'} ${year.digest}\n`,
        );
      const different =
        restored.years.filter((year) => !year.same).length +
        Math.abs(restored.years.length - restored.manifest.years.length);
      if (different > 0)
        say(`${different} năm có kết quả khác bản sao lưu. Giữ nguyên bản sao lưu và báo cho người quản trị.`);
      return different > 0 ? 1 : 0;
    } catch (error) {
      throw refusalOf(error, file);
    } finally {
      await database.close();
    }
  },
};

function refusalOf(error: unknown, file: string): unknown {
  if (error instanceof NotABackup)
    return new Refused(
      'not-a-backup',
      `${plain(file)} không phải bản sao lưu nguyên vẹn của Giao Ước (${plain(error.message)}).`,
    );
  if (!(error instanceof RestoreRefused)) return error;
  if (error.reason === 'not-empty')
    return new Refused(
      'not-empty',
      'Cơ sở dữ liệu đã có liên đoàn. Khôi phục chỉ ghi vào nơi trống: đặt DATA_FOLDER (hoặc DATABASE_URL) sang chỗ mới rồi chạy lại.',
    );
  return new Refused(
    'other-version',
    'Bản sao lưu của một phiên bản khác. Dùng đúng phiên bản đã sao lưu để khôi phục, rồi nâng cấp.',
  );
}
