import { isDecimal } from '../../numbers/decimal.ts';
import { formatExact } from '../../words/numbers.ts';
import { fullMoment } from '../../words/times.ts';
import { assignmentWords, peerTakeWords, seenThingWords, seenWhenWords, viewerWords } from '../conduct-words.ts';
import type { Conduct, Stage } from '../conduct.schema.ts';
import { isOfOldKind, kindOf, peerSettings } from '../stage.ts';
import { visibilityCells } from '../visibility.ts';

/** The steps of judging as sentences: their order and which counts, then what a step says of itself, then who sees what. */
export function stagesInWords(conduct: Conduct): string[] {
  const { stages, countsFrom, visibility } = conduct;
  const titleOf = (code: string) => stages.find((stage) => stage.code === code)?.title ?? code;
  const nearest =
    isOfOldKind(conduct) || stages.findIndex(({ code }) => code === countsFrom) < 2
      ? []
      : [
          `Tiêu chí nào bước “${titleOf(countsFrom)}” không nói đến thì lấy theo bước gần nhất trước đó đã chấm tiêu chí ấy.`,
        ];
  return [
    `Các bước chấm: ${stages.map(({ title }) => title).join(' → ')}. Kết quả lấy theo bước “${titleOf(countsFrom)}”.`,
    ...nearest,
    ...stages.flatMap(stageInWords),
    ...visibilityCells(visibility ?? {}).map(
      ({ viewer, what, when }) => `${viewerWords[viewer]}: ${seenThingWords[what]} ${seenWhenWords[when]}.`,
    ),
  ];
}

/** When a step works, on which lines, and how units of the cluster score each other; nothing where the plan says nothing. */
function stageInWords(stage: Stage): string[] {
  const { title, opens, closes, lines } = stage;
  const parts = [
    ...(opens === undefined ? [] : [`mở từ ${fullMoment(opens)}`]),
    ...(closes === undefined ? [] : [`đóng lúc ${fullMoment(closes)}`]),
    ...(lines === undefined ? [] : [`chỉ chấm các tiêu chí ${lines.join(', ')}`]),
    ...(kindOf(stage) === 'peer' && stage.kind !== undefined ? [peerInWords(stage)] : []),
  ];
  return parts.length === 0 ? [] : [`Bước “${title}”: ${parts.join('; ')}.`];
}

function peerInWords(stage: Stage): string {
  const { scorers, assigned, take, spread, places } = peerSettings(stage);
  const many = scorers === 1 ? '' : `, lấy ${peerTakeWords[take]}, làm tròn ${String(places)} chữ số thập phân`;
  const third =
    spread === undefined
      ? ''
      : `; chênh quá ${isDecimal(spread) ? formatExact(spread) : spread} điểm thì mời người chấm thứ ba`;
  return `mỗi đơn vị do ${String(scorers)} đơn vị khác chấm (${assignmentWords[assigned]})${many}${third}`;
}
