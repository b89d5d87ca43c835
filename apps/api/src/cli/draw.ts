import type { DrawFile } from '@giaouoc/domain/draw/index';
import { Refused, type Command } from './command.ts';
import { readOptions } from './options.ts';
import { out, plain } from './output.ts';
import { printFaults, readDocument } from './read-document.ts';

const usage = 'verify BỐC-THĂM.json [--faults json]';

/** Says whether a draw holds: commitment and result worked out again from what the file has. */
export const command: Command = {
  usage,
  summary: 'Kiểm tra một cuộc bốc thăm: tính lại cam kết và kết quả từ số bí mật và lời góp của người có mặt.',
  details: ['', 'Mã kết thúc: 0 khi đúng, 2 khi tệp có lỗi, 3 khi cam kết hoặc kết quả không khớp.'],
  async run(args) {
    const { words, faultsAsJson } = readOptions(args, 2, 2, `draw ${usage}`);
    const [verb, path = ''] = words;
    if (verb !== 'verify') throw new Refused('usage', `Lệnh này cần: giaouoc draw ${usage}`);
    const { differenceWords, parseDrawText, verifyDraw } = await import('@giaouoc/domain/draw/index');
    const draw = await readDocument(path, faultsAsJson, { parse: parseDrawText, undone: 'chưa kiểm tra được' });
    if (!draw) return 2;
    const difference = verifyDraw(draw);
    if (difference) {
      const message = differenceWords(difference);
      if (faultsAsJson) printFaults([{ ...difference, message }]);
      else out(`KHÔNG KHỚP tại ${plain(difference.at)}:\n  ${plain(message)}\n`);
      return 3;
    }
    if (faultsAsJson) printFaults([]);
    else out(`${held(draw).map(plain).join('\n')}\n`);
    return 0;
  },
};

function held({ context, commitment, contributions }: DrawFile): string[] {
  return [
    `Đúng: kết quả bốc thăm "${context.title}" (${context.federation}, ${context.year}) đúng như tính lại.`,
    `Cam kết ${commitment}; ${String(contributions.length)} lời góp của người có mặt.`,
  ];
}
