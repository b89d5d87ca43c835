import type { LineChange, UnitComparison } from '@giaouoc/domain/what-if/index';
import type { Command } from './command.ts';
import { Refused } from './command.ts';
import { readOptions } from './options.ts';
import { out, plain } from './output.ts';
import { readYear } from './read-year.ts';

const usage = 'NĂM-A.json NĂM-B.json [--faults json]';

const reasons: Readonly<Record<LineChange['reasons'][number], string>> = {
  figure: 'số liệu đổi',
  target: 'chỉ tiêu của đơn vị đổi',
  adjustment: 'điểm điều chỉnh đổi',
  line: 'tiêu chí trong kế hoạch đổi',
  leader: 'đơn vị dẫn đầu đổi',
};

/** Says what changed between two year files, unit by unit, and why. */
export const command: Command = {
  usage,
  summary: 'So sánh hai tệp năm thi đua: đơn vị nào đổi điểm, hạng, xếp loại, và vì sao.',
  async run(args) {
    const options = readOptions(args, 2, 2, `compare ${usage}`);
    const [first = '', second = ''] = options.words;
    if (first === '-' && second === '-')
      throw new Refused('usage', 'Đầu vào chuẩn chỉ đọc được một lần: hãy ghi tên tệp cho tệp thứ hai.');
    const a = await readYear(first, options.faultsAsJson);
    if (!a) return 2;
    const b = await readYear(second, options.faultsAsJson);
    if (!b) return 2;
    const { compareYears } = await import('@giaouoc/domain/what-if/index');
    const changes = compareYears(a, b);
    if (changes.length === 0) out('Không có đơn vị nào khác nhau.\n');
    else out(`${String(changes.length)} đơn vị khác nhau:\n`);
    for (const change of changes) out(`${describe(change).map(plain).join('\n')}\n`);
    return 0;
  },
};

const standing = (of: UnitComparison['before']): string =>
  of === null
    ? '(không có)'
    : `${of.total} điểm, ${of.rank === null ? 'không xếp hạng' : `hạng ${String(of.rank)}`}, ${of.grade === null ? 'không xếp loại' : `loại ${of.grade}`}`;

function describe(change: UnitComparison): string[] {
  if (change.change === 'added') return [`+ ${change.unit}: ${standing(change.after)}`];
  if (change.change === 'removed') return [`- ${change.unit}: ${standing(change.before)}`];
  return [
    `${change.unit}: ${standing(change.before)} → ${standing(change.after)}`,
    ...change.lines.map(
      (line) =>
        `  ${line.line}: ${line.before ?? '(không giao)'} → ${line.after ?? '(không giao)'}` +
        (line.reasons.length > 0 ? ` (${line.reasons.map((reason) => reasons[reason]).join(', ')})` : ''),
    ),
  ];
}
