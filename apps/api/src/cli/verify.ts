import type { Command } from './command.ts';
import { Refused } from './command.ts';
import { firstDifference } from './first-difference.ts';
import { readOptions } from './options.ts';
import { out, plain } from './output.ts';
import { nameOf, readText } from './read-text.ts';
import { readYear } from './read-year.ts';

const usage = 'NĂM.json KẾT-QUẢ.json [--faults json]';

/** Scores a year again and says where given results are not what comes out. */
export const command: Command = {
  usage,
  summary: 'Chấm lại một năm và so với tệp kết quả đã có; nêu chỗ khác nhau đầu tiên.',
  details: ['', 'Mã kết thúc: 0 khi trùng khớp, 1 khi có khác biệt, 2 khi không đọc được.'],
  async run(args) {
    const options = readOptions(args, 2, 2, `verify ${usage}`);
    const [yearPath = '', resultsPath = ''] = options.words;
    if (yearPath === '-' && resultsPath === '-')
      throw new Refused('usage', 'Đầu vào chuẩn chỉ đọc được một lần: hãy ghi tên tệp cho tệp thứ hai.');
    const year = await readYear(yearPath, options.faultsAsJson);
    if (!year) return 2;
    const given = readJson(resultsPath);
    const { scoreYear } = await import('@giaouoc/domain/scoring/index');
    const scored = scoreYear(year);
    const difference = firstDifference(scored, given);
    if (!difference) {
      out(`Trùng khớp: ${String(scored.units.length)} đơn vị, ${scored.digest}.\n`);
      return 0;
    }
    out(
      `Khác nhau tại ${difference.pointer === '' ? '(toàn bộ tệp)' : plain(difference.pointer)}${unitAt(scored.units, difference.pointer)}:\n`,
    );
    out(`  chấm lại: ${shown(difference.expected)}\n  trong tệp: ${shown(difference.found)}\n`);
    return 1;
  },
};

function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(
      'not-json',
      `${nameOf(path)}: không phải là tệp JSON hợp lệ. Hãy dùng tệp do "giaouoc score" in ra.`,
    );
  }
}

/** The unit's code beside its place in the list, where the difference is within a unit. */
function unitAt(units: readonly { unit: string }[], pointer: string): string {
  const index = /^\/units\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
  const unit = index === undefined ? undefined : units[Number(index)];
  return unit ? ` (đơn vị ${plain(unit.unit)})` : '';
}

function shown(value: unknown): string {
  if (value === undefined) return '(không có)';
  const text = plain(JSON.stringify(value));
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
