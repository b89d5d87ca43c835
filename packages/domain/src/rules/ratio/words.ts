import { counted, earned, promised, reported, sharePercent } from '../phrases.ts';
import { type RuleWords, worked } from '../rule-words.ts';
import type { RatioRule } from './settings.ts';

export const words: RuleWords<RatioRule> = {
  inWords(rule, { max, unit }) {
    const higher = rule.better === 'higher';
    const strict = rule.strict === true;
    const target = rule.target === 'unit' ? 'chỉ tiêu riêng của đơn vị' : counted(rule.target, unit);
    let start: string;
    if (rule.target === 'unit')
      start = `${higher ? (strict ? 'Vượt' : 'Đạt') : strict ? 'Dưới' : 'Không quá'} ${target}`;
    else if (higher) start = `${strict ? 'Trên' : 'Đạt từ'} ${target}`;
    else start = strict ? `Dưới ${target}` : `Từ ${target} trở xuống`;
    const full = `${start} được ${promised(max)}.`;
    if (rule.below === 'nothing') return `${full} Còn lại thì 0 điểm.`;
    let floor = '';
    if (rule.floor !== undefined && /[1-9]/.test(rule.floor))
      floor = higher
        ? `, dưới ${sharePercent(rule.floor)} của chỉ tiêu thì 0 điểm`
        : `, khi chỉ tiêu chưa bằng ${sharePercent(rule.floor)} của số đạt thì 0 điểm`;
    return `${full} ${higher ? 'Dưới mức đó tính theo tỷ lệ' : 'Cao hơn mức đó thì điểm giảm theo tỷ lệ'}${floor}.`;
  },
  inBrief(rule, { unit }) {
    const kind = rule.below === 'proportional' ? 'Tỷ lệ' : 'Đạt hoặc không';
    if (rule.target === 'unit') return 'Theo đăng ký của đơn vị';
    const target = counted(rule.target, unit);
    if (rule.better === 'lower') return `${kind}, ${rule.strict === true ? 'dưới' : 'không quá'} ${target}`;
    return `${kind}, ${rule.strict === true ? 'trên' : 'từ'} ${target}`;
  },
  goal({ rule, unit }) {
    if (rule.target === 'unit') return null;
    const isWhole = rule.better === 'higher' && unit === '%' && Number(rule.target) === 100;
    const sign = rule.better === 'higher' ? (rule.strict ? '>' : '≥') : rule.strict ? '<' : '≤';
    return isWhole ? counted(rule.target, unit) : `${sign} ${counted(rule.target, unit)}`;
  },
  say(why, line) {
    const figure = reported(line.figure, why.value, line.measure);
    const target = counted(why.target ?? '0', line.measure);
    const floor = sharePercent(why.border ?? '0');
    switch (why.outcome) {
      case 'reached':
        return `Đạt ${figure}, đúng yêu cầu của chỉ tiêu ${target} nên được trọn ${earned(why.rounded)}.`;
      case 'proportional':
        return `Đạt ${figure}, chưa tới chỉ tiêu ${target} nên tính theo tỷ lệ: ${worked(why)}.`;
      case 'proportional-over':
        return `Số liệu ${figure}, cao hơn mức ${target} nên điểm giảm theo tỷ lệ: ${worked(why)}.`;
      case 'under-floor':
        return `Đạt ${figure}, chưa bằng ${floor} của chỉ tiêu ${target} nên 0 điểm.`;
      case 'under-floor-over':
        return `Số liệu ${figure} cao quá: mức ${target} chưa bằng ${floor} của số đó nên 0 điểm.`;
      case 'short':
        return `Đạt ${figure}, chưa tới chỉ tiêu ${target} nên 0 điểm.`;
      case 'not-above':
        return `Đạt ${figure}, bằng nhưng chưa vượt chỉ tiêu ${target} nên 0 điểm.`;
      case 'over':
        return `Số liệu ${figure}, cao hơn mức ${target} nên 0 điểm.`;
      case 'not-below':
        return `Số liệu ${figure}, bằng mức ${target} mà phải thấp hơn nên 0 điểm.`;
      default:
        return `Số liệu ${figure} so với chỉ tiêu ${target} không tính theo tỷ lệ được nên 0 điểm.`;
    }
  },
};
