import type { Nation, NationLine } from './nation.ts';

/** Points in hundredths. */
export interface TightTotals {
  readonly base: Int32Array;
  readonly bonus: Int32Array;
  readonly penalty: Int32Array;
  readonly total: Int32Array;
  /** Points of group 1, a key of the ranking. */
  readonly first: Int32Array;
}

/** n/d to a whole number, halves up; exact while 2n and 2d stay below 2^53. */
const rounded = (n: number, d: number): number => Math.floor((2 * n + d) / (2 * d));

/** The columns of one line, those it does not have as an empty array, so that the loop reads arrays and nothing else. */
interface Cells {
  readonly state: Uint8Array;
  readonly value: Int32Array;
  readonly whole: Int32Array;
  readonly target: Int32Array;
  readonly counts: readonly Int32Array[];
}

const none = new Int32Array(0);
const cells = ({ state, value = none, whole = none, target = none, counts = [] }: NationLine): Cells => ({
  state,
  value,
  whole,
  target,
  counts,
});

/** The largest figure of 1.9 in each block of each federation. */
function leaders(nation: Nation, line: Cells): Int32Array {
  const best = new Int32Array((nation.size / 60) * 3).fill(-1);
  for (let unit = 0; unit < nation.size; unit += 1) {
    const place = nation.federation[unit]! * 3 + nation.block[unit]!;
    if (line.state[unit] === 1 && line.value[unit]! > best[place]!) best[place] = line.value[unit]!;
  }
  return best;
}

/**
 * What everything else is measured against: this one plan written out by hand as whole-number arithmetic over typed
 * arrays, all 18 lines, both groups, rescaling, limits. It knows no other plan, explains nothing, ranks nobody.
 */
export function tightLoop(nation: Nation): TightTotals {
  const [l11, l12, l13, l14, l15, l16, l17, l18, l19, l21, l22, l23, l24, l25, l26, l31, l32, l41] = nation.lines.map(
    cells,
  ) as [
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
  ];
  const [a21, b21, c21, d21] = l21.counts as [Int32Array, Int32Array, Int32Array, Int32Array];
  const [a22, b22, c22] = l22.counts as [Int32Array, Int32Array, Int32Array];
  const [a23, b23, c23, d23, e23] = l23.counts as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const [x25, y25, z25] = l25.counts as [Int32Array, Int32Array, Int32Array];
  const [x41, y41] = l41.counts as [Int32Array, Int32Array];
  const best = leaders(nation, l19);
  const { size } = nation;
  const base = new Int32Array(size);
  const bonus = new Int32Array(size);
  const penalty = new Int32Array(size);
  const total = new Int32Array(size);
  const first = new Int32Array(size);

  for (let u = 0; u < size; u += 1) {
    let one = 0;
    if (l11.state[u] === 1) {
      const a = l11.value[u]!;
      if (a >= 950) one += 600;
      else if (2 * a >= 950) one += rounded(600 * a, 950);
    }
    if (l12.state[u] === 1) {
      const part = 10 * l12.value[u]!;
      const whole = 9 * l12.whole[u]!;
      one += part >= whole ? 600 : rounded(600 * part, whole);
    }
    if (l13.state[u] === 1 && l13.value[u]! > 980) one += 400;
    if (l14.state[u] === 1) {
      const a = l14.value[u]!;
      one += a <= 50 ? 400 : rounded(400 * 50, a);
    }
    if (l15.state[u] === 1) {
      const a = l15.value[u]!;
      const t = l15.target[u]!;
      one += a >= t ? 600 : rounded(600 * a, t);
    }
    if (l16.state[u] === 1) {
      const a = l16.value[u]!;
      one += a >= 900 ? 600 : a >= 800 ? 450 : a >= 650 ? 300 : a >= 500 ? 125 : 0;
    }
    if (l17.state[u] === 1) {
      const share = 100 * l17.value[u]!;
      const t = l17.target[u]!;
      one += share >= 100 * t ? 500 : share >= 90 * t ? 350 : share >= 75 * t ? 225 : 0;
    }
    if (l18.state[u] === 1) one += 400 * l18.value[u]!;
    if (l19.state[u] === 1) {
      const a = l19.value[u]!;
      const top = best[nation.federation[u]! * 3 + nation.block[u]!]!;
      if (a <= 20) one += rounded(300 * a, 20);
      else if (a === top) one += 600;
      else one += rounded(300 * (top - 20) + 300 * (a - 20), top - 20);
    }
    if (one > 4600) one = 4600;

    let two = 0;
    if (l21.state[u] === 1) two += Math.max(0, 800 * a21[u]! + 600 * b21[u]! + 350 * c21[u]! - 200 * d21[u]!);
    if (l22.state[u] === 1) two += Math.max(-200, Math.min(600, 150 * a22[u]! + 100 * b22[u]! - 50 * c22[u]!));
    if (l23.state[u] === 1) two += Math.min(800, 200 * (a23[u]! + b23[u]! + c23[u]!) + 150 * (d23[u]! + e23[u]!));
    if (l24.state[u] === 1) two += Math.min(800, rounded(75 * Math.max(0, l24.value[u]! - 20), 10));
    // No figure is no fault.
    two +=
      l25.state[u] === 1
        ? Math.max(0, 1200 - 100 * x25[u]! - Math.min(300, 50 * y25[u]!) - Math.min(600, 200 * z25[u]!))
        : 1200;
    if (l26.state[u] === 1) two += l26.value[u]!;

    let sum = one + two;
    // Without 1.6 the groups can give 41 + 54 of 100.
    if (l16.state[u] === 2) sum = sum < 0 ? -rounded(-sum * 100, 95) : rounded(sum * 100, 95);
    let more = l31.state[u] === 1 ? Math.min(300, 35 * l31.value[u]!) : 0;
    if (l32.state[u] === 1) more += 200 * l32.value[u]!;
    if (more > 400) more = 400;
    const less = l41.state[u] === 1 ? Math.max(-500, -Math.min(200, 50 * x41[u]!) - 200 * y41[u]!) : 0;
    first[u] = one;
    base[u] = sum;
    bonus[u] = more;
    penalty[u] = less;
    total[u] = Math.max(0, Math.min(10_000, sum + more + less));
  }
  return { base, bonus, penalty, total, first };
}
