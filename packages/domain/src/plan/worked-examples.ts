import { type FigureValue, sortOf } from '../figure/figure.ts';
import { isDecimal, millionths, plainDecimal, printScaled } from '../numbers/decimal.ts';
import { bandsInOrder, borderOf } from '../scoring/rules/bands.ts';
import type { Line } from '../year-file/index.ts';
import type { Accumulate } from './conduct.schema.ts';

/** A figure to try a rule on, with what else the rule then needs to know. */
export type WorkedExample = {
  /** Absent: nothing was reported. */
  readonly figure?: FigureValue;
  /** The unit's own target, for rules that take one. */
  readonly target?: string;
  /** The best figure of the place, for leader rules. */
  readonly best?: { readonly value: string };
};

const one = 1_000_000n;
/** A school union of middling size. */
const members = 46n;

/**
 * Up to three figures that show what a rule does: one that earns everything, one in between, one that earns little or
 * nothing. The line's settings must be readable numbers; whether they make sense together does not matter.
 */
export function workedExamples(line: Line, accumulate?: Accumulate): WorkedExample[] {
  const { rule } = line;
  const percent = line.unit?.trim() === '%';
  switch (rule.kind) {
    case 'ratio': {
      const { own, target } = targetOf(rule.target, percent);
      const floor = rule.floor === undefined ? 0n : millionths(rule.floor);
      const higher = rule.better === 'higher';
      const full = rule.strict ? (higher ? target + stepOf(target) : target - stepOf(target)) : target;
      const low = higher ? (target * (floor > 0n ? floor * 9n : 4n * one)) / (10n * one) : target * 3n;
      const near = higher ? less(target) : target + less(target) / 4n;
      if (sortOf(line, accumulate) === 'partWhole')
        return [full, near, low].map((x) => ({ figure: share(x, higher), ...own }));
      return [full, near, low].map((x) => ({ figure: { value: say(nice(x, target)) }, ...own }));
    }
    case 'leader': {
      const { own, target } = targetOf(rule.target, percent);
      const [best, middle, low] = [target + half(target), target + half(target) / 2n, less(target)].map((x) =>
        nice(x, target),
      );
      const lead = { best: { value: say(best ?? target) }, ...own };
      return [best, middle, low].map((x) => ({ figure: { value: say(x ?? target) }, ...lead }));
    }
    case 'bands': {
      const ordered = bandsInOrder(rule);
      const borders = ordered.map((band) => millionths(borderOf(band)));
      const [best, last] = [borders[0] ?? 0n, borders.at(-1) ?? 0n];
      const outside = ordered[0] !== undefined && 'from' in ordered[0] ? last - stepOf(last) : last + stepOf(last);
      const tried = distinct([best, borders[Math.floor(borders.length / 2)] ?? last, outside]).filter((x) => x >= 0n);
      const { own, target } = targetOf(rule.target ?? '100', percent);
      const values = rule.of === 'target' ? tried.map((x) => (x * target) / (100n * one)) : tried;
      const asShare = sortOf(line, accumulate) === 'partWhole';
      return values.map((x) => ({
        figure: asShare ? { part: say(x), whole: '100' } : { value: say(x) },
        ...(rule.of === 'target' ? own : {}),
      }));
    }
    case 'yesNo':
      return [{ figure: { yes: true } }, { figure: { yes: false } }, {}];
    case 'levels': {
      const codes = rule.levels.map(({ code }) => code);
      const [first = '', last = ''] = [codes[0], codes.at(-1)];
      if (rule.pick === 'one') {
        const tried = distinct([first, codes[Math.floor(codes.length / 2)] ?? last, last]);
        return tried.map((code) => ({ figure: { levels: { [code]: 1 } } }));
      }
      return [
        { figure: { levels: { [first]: 2, [last]: 1 } } },
        { figure: { levels: { [first]: 1 } } },
        { figure: { levels: {} } },
      ];
    }
    case 'checklist': {
      const codes = rule.items.map(({ code }) => code);
      const some = codes.slice(0, Math.ceil(codes.length / 2));
      const tried = some.length < codes.length ? [codes, some, []] : [codes, []];
      return tried.map((items) => ({ figure: { items } }));
    }
    case 'count': {
      const after = rule.after === undefined ? 0n : millionths(rule.after);
      const enough = after + ceil(millionths(line.max), millionths(rule.each)) * one;
      return distinct([enough, after + ((enough - after) / 2n / one) * one, after]).map((x) => ({
        figure: { value: say(x) },
      }));
    }
    case 'deduct': {
      const [first, second] = rule.faults;
      const code = first?.code ?? '';
      const many = second === undefined ? { [code]: 3 } : { [code]: 1, [second.code]: 2 };
      return [{ figure: { faults: {} } }, { figure: { faults: { [code]: 1 } } }, { figure: { faults: many } }];
    }
    case 'judged': {
      const max = millionths(line.max);
      const step = rule.step === undefined ? one / 4n : millionths(rule.step);
      const stepped = (x: bigint) => (x / step) * step;
      return distinct([stepped(max), stepped((max * 3n) / 5n), 0n]).map((x) => ({ figure: { points: say(x) } }));
    }
  }
}

/** The target to try with: the plan's, or a number that a unit could have registered. */
function targetOf(target: string, percent: boolean): { own: { target?: string }; target: bigint } {
  if (target !== 'unit') return { own: {}, target: isDecimal(target) ? millionths(target) : one };
  const registered = percent ? '90' : '10';
  return { own: { target: registered }, target: millionths(registered) };
}

/** A percentage as so many of 46 members, rounded to the side on which it still counts. */
function share(percent: bigint, up: boolean): FigureValue {
  const hundred = 100n * one;
  const part = up ? ceil(percent * members, hundred) : (percent * members) / hundred;
  return { part: String(part < 0n ? 0n : part), whole: String(members) };
}

/** A bit less than all: nine tenths, one less where that is the same. */
const less = (target: bigint): bigint => (target <= 10n * one ? target - stepOf(target) : (target * 9n) / 10n);
const half = (value: bigint): bigint => value / 2n;
/** The smallest change people would make to such a number: 1, or a tenth of what is below 1. */
const stepOf = (value: bigint): bigint => (value >= one || value <= 0n ? one : value / 10n);
const ceil = (over: bigint, under: bigint): bigint => (under > 0n ? (over + under - 1n) / under : 0n);

/** Rounded to whole numbers where the target is one, else to hundredths. */
function nice(value: bigint, target: bigint): bigint {
  const step = target % one === 0n ? one : one / 100n;
  return ((value + step / 2n) / step) * step;
}

const say = (value: bigint): string => plainDecimal(printScaled(value, 6));
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
