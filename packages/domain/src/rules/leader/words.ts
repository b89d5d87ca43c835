import { counted, earned, listedUnits, promised, reported } from '../phrases.ts';
import { formatSpoken } from '../../words/numbers.ts';
import { approximately, over, rational } from '../../numbers/rational.ts';
import { type RuleWords, worked } from '../rule-words.ts';
import type { LeaderRule } from './settings.ts';

export const words: RuleWords<LeaderRule> = {
  inWords(rule, { max, unit }) {
    const target = rule.target === 'unit' ? 'chỉ tiêu riêng của đơn vị' : `chỉ tiêu ${counted(rule.target, unit)}`;
    const half = promised(approximately(over(rational(max), rational('2'))));
    const place = rule.within === 'block' ? 'khối' : 'cụm';
    return (
      `Đạt ${target} được ${half}, chưa đạt thì tính theo tỷ lệ. ` +
      `Đơn vị dẫn đầu ${place} được ${promised(max)}; đơn vị vượt chỉ tiêu khác được thêm theo mức vượt so với đơn vị dẫn đầu.`
    );
  },
  inBrief: (rule, { unit }) =>
    `So với đơn vị dẫn đầu ${rule.within === 'block' ? 'khối' : 'cụm'}, chỉ tiêu ${rule.target === 'unit' ? 'riêng' : counted(rule.target, unit)}`,
  say(why, line) {
    const figure = reported(line.figure, why.value, line.measure);
    const target = counted(why.target ?? '0', line.measure);
    const who = why.leader === undefined || why.leader.units.length === 0 ? '' : ` (${listedUnits(why.leader.units)})`;
    switch (why.outcome) {
      case 'leads':
        return `Đạt ${figure}, vượt chỉ tiêu ${target} và dẫn đầu nên được trọn ${earned(why.rounded)}.`;
      case 'above':
        return `Đạt ${figure}, vượt chỉ tiêu ${target}; đơn vị dẫn đầu${who} đạt ${formatSpoken(why.leader?.value ?? '0')}${line.measure === undefined ? '' : ` ${line.measure}`}: ${worked(why)}.`;
      case 'at':
        return `Đạt ${figure}, vừa đúng chỉ tiêu ${target} nên được nửa số điểm: ${worked(why)}.`;
      case 'below':
        return `Đạt ${figure}, chưa tới chỉ tiêu ${target}: ${worked(why)}.`;
      case 'no-aim':
        return `Chỉ tiêu ${target} không lớn hơn 0 nên tiêu chí này 0 điểm.`;
      default:
        return `Số liệu ${figure} không lớn hơn 0 nên 0 điểm.`;
    }
  },
};
