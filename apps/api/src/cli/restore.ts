import { existsSync } from 'node:fs';
import { migrate } from '@giaouoc/db';
import { RestoreRefused } from '@giaouoc/db/backup/index';
import { NotABackup, NotSealed, restoreBackup } from '../backup/read-backup.ts';
import { readSealKey, sealKeyFile } from '../backup/seal.ts';
import { Refused, type Command } from './command.ts';
import { readOptions } from './options.ts';
import { openOwnDatabase } from './own-database.ts';
import { out, plain, say } from './output.ts';
import { tellFaultsOfTrail } from './trail-words.ts';

const usage = 'TỆP.tar.gz [--key TỆP-KHÓA | --unsealed]';

/** Brings a backup back into an empty database, and proves it by scoring every year again (R8). */
export const command: Command = {
  usage,
  summary:
    'Khôi phục một bản sao lưu vào cơ sở dữ liệu trống, chấm lại mọi năm và so với bản sao lưu, kiểm nhật ký với các niêm phong.',
  details: [
    '',
    '--key: khóa niêm phong của máy đã sao lưu (backup.key); không ghi thì dùng khóa trong thư mục dữ liệu của máy này.',
    '--unsealed: nhận cả bản sao lưu không kiểm được niêm phong, chẳng hạn của phiên bản cũ; chỉ dùng khi tin chắc tệp chưa bị sửa.',
  ],
  async run(args) {
    const { words, key, unsealed } = readOptions(args, 1, 1, `restore ${usage}`);
    const [file = ''] = words;
    if (!existsSync(file)) throw new Refused('no-file', `Không có tệp ${plain(file)}.`);
    const database = await openOwnDatabase();
    try {
      await migrate(database.ownerUrl);
      const check = unsealed ? 'unsealed' : { key: sealKeyOf(key, database.dataFolder) };
      if (unsealed) say('Không kiểm niêm phong: không có gì cho biết bản sao lưu này còn nguyên như lúc được tạo.');
      const restored = await restoreBackup(database.ownerUrl, database.store, file, check);
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
      const { faults, unsealed: late } = restored.trail.verdict;
      if (faults.length === 0)
        out(
          `Nhật ký nguyên vẹn: ${restored.trail.events} sự kiện${late.length > 0 ? `, trong đó ${late.length} chưa niêm phong` : ''}.\n`,
        );
      else {
        say('NHẬT KÝ KHÔNG CÒN NGUYÊN VẸN, từ trước khi sao lưu hay trong bản sao lưu:');
        tellFaultsOfTrail(faults, (line) => say(line.trimEnd()));
      }
      return different > 0 || faults.length > 0 ? 1 : 0;
    } catch (error) {
      throw refusalOf(error, file);
    } finally {
      await database.close();
    }
  },
};

/** The key that was named, or this installation's own; null where there is none. */
function sealKeyOf(named: string | undefined, dataFolder: string): Buffer | null {
  const file = named ?? sealKeyFile(dataFolder);
  if (!existsSync(file)) {
    if (named === undefined) return null;
    throw new Refused('no-file', `Không có tệp khóa ${plain(named)}.`);
  }
  const key = readSealKey(file);
  if (!key) throw new Refused('bad-key', `${plain(file)} không phải khóa niêm phong của Giao Ước.`);
  return key;
}

const sealSentences: Record<NotSealed['reason'], string> = {
  'no-seal':
    'Bản sao lưu không có niêm phong (của phiên bản cũ, hoặc niêm phong đã bị bỏ). Nếu tin chắc tệp chưa bị sửa, chạy lại với --unsealed.',
  'no-key': 'Máy này chưa có khóa niêm phong. Lấy tệp backup.key của máy đã sao lưu rồi chạy lại với --key TỆP-KHÓA.',
  'other-seal':
    'Niêm phong không khớp: tệp đã bị sửa sau khi sao lưu, hoặc đây là khóa của máy khác. Tìm đúng khóa hoặc bản sao lưu khác; không khôi phục tệp này.',
};

function refusalOf(error: unknown, file: string): unknown {
  if (error instanceof NotABackup)
    return new Refused(
      'not-a-backup',
      `${plain(file)} không phải bản sao lưu nguyên vẹn của Giao Ước (${plain(error.message)}).`,
    );
  if (error instanceof NotSealed) return new Refused(error.reason, sealSentences[error.reason]);
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
