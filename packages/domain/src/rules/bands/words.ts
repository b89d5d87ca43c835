import { counted, earned, percent, promised, reported } from '../phrases.ts';
import { formatNumber } from '../../words/numbers.ts';
import type { RuleWords } from '../rule-words.ts';
import type { BandsRule } from './settings.ts';
import { borderOf, bandsInOrder } from './in-order.ts';

export const words: RuleWords<BandsRule> = {
  inWords(rule, { unit }) {
    const ofTarget = rule.of === 'target';
    const show = (border: string) => (ofTarget ? `${formatNumber(border)} %` : counted(border, unit));
    const steps = bandsInOrder(rule).map(
      (band) => `${'from' in band ? 'từ' : 'đến'} ${show(borderOf(band))} được ${promised(band.points)}`,
    );
    const rest = rule.bands[0] !== undefined && 'from' in rule.bands[0] ? 'thấp hơn' : 'cao hơn';
    const target =
      rule.target === 'unit' ? 'chỉ tiêu riêng của đơn vị' : `chỉ tiêu ${counted(rule.target ?? '0', unit)}`;
    const start = ofTarget ? `Tính phần trăm đạt so với ${target}: ` : 'Theo mức đạt được: ';
    return `${start}${steps.join('; ')}; ${rest} thì 0 điểm.`;
  },
  inBrief: (rule) => `${String(rule.bands.length)} mức theo ${rule.of === 'target' ? 'phần trăm chỉ tiêu' : 'số liệu'}`,
  say(why, line) {
    const ofTarget = why.target !== undefined;
    const value = ofTarget
      ? `${percent(why.value ?? '0')} của chỉ tiêu ${counted(why.target ?? '0', line.measure)}`
      : reported(line.figure, why.value, line.measure);
    if (why.outcome === 'no-band') return `Đạt ${value}, không vào mức nào của thang nên 0 điểm.`;
    const border = ofTarget ? `${formatNumber(why.border ?? '0')} %` : counted(why.border ?? '0', line.measure);
    return `Đạt ${value}, vào mức ${why.formula.includes('≥') ? 'từ' : 'đến'} ${border} nên được ${earned(why.rounded)}.`;
  },
};
