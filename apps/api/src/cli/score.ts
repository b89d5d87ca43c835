import type { YearResults } from '@giaouoc/domain/scoring/index';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { nobodyReads, out } from './output.ts';
import { readYear } from './read-year.ts';

const usage = 'NĂM.json [--faults json]';

/** Prints the results of a year file as JSON. */
export const command: Command = {
  usage,
  summary: 'Chấm điểm một tệp năm thi đua và in kết quả (JSON).',
  details: ['', '--faults json   in các lỗi của tệp thành một mảng JSON ở đầu ra chuẩn'],
  async run(args) {
    const options = readOptions(args, 1, 1, `score ${usage}`);
    const year = await readYear(options.words[0] ?? '', options.faultsAsJson);
    if (!year) return 2;
    const { scoreYear } = await import('@giaouoc/domain/scoring/index');
    printResults(scoreYear(year));
    return 0;
  },
};

/** One unit a line: results of a nation are longer than the longest text, and people compare such files by line. */
function printResults({ format, plan, engine, units, digest }: YearResults): void {
  const head = JSON.stringify({ format, plan, engine }).slice(0, -1);
  out(`${head},"units":[`);
  let waiting = '';
  for (const [index, unit] of units.entries()) {
    waiting += `${index === 0 ? '\n' : ',\n'}${JSON.stringify(unit)}`;
    if (waiting.length > 1_000_000) {
      out(waiting);
      waiting = '';
      if (nobodyReads()) return;
    }
  }
  out(`${waiting}${units.length > 0 ? '\n' : ''}],"digest":${JSON.stringify(digest)}}\n`);
}
