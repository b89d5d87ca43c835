import { Refused, type Command } from './command.ts';
import { exportTrail } from './export-trail.ts';
import { readOptions } from './options.ts';
import { verifyTrail } from './verify-trail.ts';

const usage = 'verify [--from THƯ-MỤC] [--key KHÓA] [--head ĐẦU-CHUỖI] [--json] | export THƯ-MỤC [--federation MÃ]';

/** Proves the audit chain (R5), on the database or on what was exported from it. */
export const command: Command = {
  usage,
  summary: 'Kiểm nhật ký với các niêm phong: sự kiện nào bị sửa, bị mất, bị chèn; "export" xuất cả hai ra tệp.',
  details: [
    '',
    'verify: kiểm cơ sở dữ liệu của máy này; với --from thì kiểm audit.jsonl và seals.jsonl trong thư mục, không cần máy chủ.',
    '--federation: chỉ một liên đoàn, theo mã.',
    '--key: khóa công khai (PEM) hay tệp giaouoc-keys.json của máy chủ. Với --from mà không có khóa thì chữ ký không được kiểm.',
    '--head: đầu chuỗi đã công bố (64 chữ số hệ mười sáu) phải còn trong chuỗi; nhờ đó biết cả khi niêm phong cuối bị bỏ.',
    '--json: in { said, unsealed } cho chương trình khác đọc.',
    'Mã kết thúc: 0 nguyên vẹn; 2 không đọc được; 3 không còn nguyên vẹn.',
  ],
  async run(args) {
    const { words, ...options } = readOptions(args, 1, 2, `audit ${usage}`);
    const [verb, folder] = words;
    if (verb === 'verify' && folder === undefined) return verifyTrail(options);
    if (verb === 'export' && folder !== undefined) return exportTrail(folder, options.federation);
    throw new Refused('usage', `Lệnh này cần: giaouoc audit ${usage}`);
  },
};
