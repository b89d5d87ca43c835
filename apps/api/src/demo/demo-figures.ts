import type { Line } from '@giaouoc/domain/year-file/index';
import type { DemoUnit, Strength } from './demo-federations.ts';
import type { steadyRandom } from './steady-random.ts';

type Fields = Record<string, string | string[]>;
type Random = ReturnType<typeof steadyRandom>;

/** Share of what could be done that a unit does, in percent: least and most. */
const reach: Record<Strength, [number, number]> = { top: [98, 100], good: [82, 98], fair: [58, 74], weak: [22, 45] };

/** What a unit of the demonstration types for a line in one of `periods` periods. Illustrative, and marked so in its note. */
export function demoFields(line: Line, unit: DemoUnit, random: Random, periods: number): Fields {
  const [least, most] = reach[unit.strength];
  const percent = random.between(least, most);
  const { rule } = line;
  switch (rule.kind) {
    case 'ratio':
      if (line.unit === '%') {
        const whole = line.code === '1.8' ? 1200 : unit.members;
        const part =
          line.code === '1.8'
            ? percent > 70
              ? whole
              : Math.round((whole * percent) / 100)
            : Math.min(whole, Math.round((whole * (percent + 1)) / 100));
        return { part: String(part), whole: String(whole) };
      }
      return { value: String(Math.max(0, Math.round((demoTarget(unit) * percent) / 100))) };
    case 'count': {
      const enough = Math.ceil(Number(line.max) / Number(rule.each) / periods);
      return {
        value: String(
          line.code.startsWith('T')
            ? unit.strength === 'top'
              ? random.between(1, 3)
              : random.between(0, 1)
            : Math.round((enough * percent) / 100),
        ),
      };
    }
    case 'yesNo':
      return { yes: percent > 40 ? 'yes' : 'no' };
    case 'levels': {
      const place =
        percent > 90
          ? 0
          : percent > 65
            ? Math.min(1, rule.levels.length - 1)
            : percent > 40
              ? Math.min(2, rule.levels.length - 1)
              : rule.levels.length - 1;
      return { level: rule.levels[place]!.code };
    }
    case 'checklist': {
      const some = Math.max(1, Math.round((rule.items.length * percent) / 100));
      return { items: rule.items.slice(0, some).map((item) => item.code) };
    }
    case 'deduct': {
      const faults = percent > 90 ? 0 : percent > 75 ? 1 : percent > 50 ? 2 : 3;
      return faults === 0 ? { none: 'on' } : { [`faults.${rule.faults[0]!.code}`]: String(faults) };
    }
    case 'judged':
      return { points: String((Math.round((Number(line.max) * percent) / 50) / 2).toFixed(1)).replace('.', ',') };
    default:
      throw new Error(`the demonstration has no line of kind ${rule.kind}`);
  }
}

/** The number a unit pledges for a line that takes its own target. */
export const demoTarget = (unit: DemoUnit): number => Math.max(2, Math.round(unit.members / 8));
