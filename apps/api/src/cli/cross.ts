import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { out } from './output.ts';
import { readDocument } from './read-document.ts';

const usage = 'CHẤM-CHÉO.json [--faults json]';

/** Prints what the points of several scorers come to. */
export const command: Command = {
  usage,
  summary: 'Tính điểm chấm chéo của một tiêu chí từ điểm của các đơn vị chấm và in kết quả (JSON).',
  details: ['', '"needsThird" là true và "points" là null: lệch quá mức quy định, còn chờ người chấm thứ ba.'],
  async run(args) {
    const { words, faultsAsJson } = readOptions(args, 1, 1, `cross ${usage}`);
    const { crossScore, parseCrossCaseText } = await import('@giaouoc/domain/cross-score/index');
    const undone = 'chưa tính được';
    const given = await readDocument(words[0] ?? '', faultsAsJson, { parse: parseCrossCaseText, undone });
    if (!given) return 2;
    out(`${JSON.stringify(crossScore(given))}\n`);
    return 0;
  },
};
