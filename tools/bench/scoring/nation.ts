/** What the nation reported on one line, in whole numbers of `decimals` decimals. */
export interface NationLine {
  readonly code: string;
  /** 0 missing, 1 given, 2 not applicable. */
  readonly state: Uint8Array;
  readonly decimals: number;
  readonly value?: Int32Array;
  readonly whole?: Int32Array;
  readonly target?: Int32Array;
  readonly counts?: readonly Int32Array[];
}

export interface Nation {
  readonly size: number;
  readonly federation: Int32Array;
  /** Index into BLOCKS. */
  readonly block: Uint8Array;
  readonly lines: readonly NationLine[];
}

export const FEDERATION_SIZE = 60;
export const SEED = 20260831;

/** mulberry32: small, fast, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A nation of so many federations with 60 units each: the same one for the same seed. */
export function makeNation(federations: number, seed = SEED): Nation {
  const size = federations * FEDERATION_SIZE;
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const column = (make: (unit: number) => number) => Int32Array.from({ length: size }, (_, unit) => make(unit));
  /** Four figures in a hundred are missing. */
  const given = (notApplicable = 0) =>
    Uint8Array.from({ length: size }, () => {
      const at = next();
      return at < 0.04 ? 0 : at < 0.04 + notApplicable ? 2 : 1;
    });
  /** Mostly near what was asked, sometimes far below. */
  const around = (least: number, asked: number, most: number) =>
    next() < 0.25 ? least + below(asked - least) : asked + below(most - asked + 1);
  const counts = (limits: readonly number[]) => limits.map((limit) => column(() => (next() < 0.6 ? 0 : below(limit))));

  const ownTarget = column(() => 8 + below(50));
  const secondTarget = column(() => 5 + below(40));
  const shareWhole = column(() => 20 + below(60));
  const chosen = column(() => [0, 0, 0, 1, 1, 2, 3][below(7)] ?? 0);
  const lines: NationLine[] = [
    { code: '1.1', state: given(), decimals: 1, value: column(() => around(300, 940, 1000)) },
    {
      code: '1.2',
      state: given(),
      decimals: 0,
      whole: shareWhole,
      value: column((unit) => Math.floor((shareWhole[unit] ?? 0) * (0.7 + 0.35 * next()))),
    },
    { code: '1.3', state: given(), decimals: 1, value: column(() => around(900, 980, 1000)) },
    { code: '1.4', state: given(), decimals: 1, value: column(() => below(90)) },
    {
      code: '1.5',
      state: given(),
      decimals: 0,
      target: ownTarget,
      value: column((unit) => Math.floor((ownTarget[unit] ?? 0) * (0.6 + 0.6 * next()))),
    },
    { code: '1.6', state: given(0.02), decimals: 1, value: column(() => around(400, 800, 1000)) },
    {
      code: '1.7',
      state: given(),
      decimals: 0,
      target: secondTarget,
      value: column((unit) => Math.floor((secondTarget[unit] ?? 0) * (0.7 + 0.5 * next()))),
    },
    { code: '1.8', state: given(), decimals: 0, value: column(() => (next() < 0.93 ? 1 : 0)) },
    { code: '1.9', state: given(), decimals: 0, value: column(() => below(45)) },
    {
      code: '2.1',
      state: given(),
      decimals: 0,
      counts: [0, 1, 2, 3].map((at) => chosen.map((level) => (level === at ? 1 : 0))),
    },
    { code: '2.2', state: given(), decimals: 0, counts: counts([5, 6, 5]) },
    {
      code: '2.3',
      state: given(),
      decimals: 0,
      counts: [0, 1, 2, 3, 4].map(() => column(() => (next() < 0.8 ? 1 : 0))),
    },
    { code: '2.4', state: given(), decimals: 1, value: column(() => around(0, 90, 160)) },
    { code: '2.5', state: given(), decimals: 0, counts: counts([4, 9, 5]) },
    { code: '2.6', state: given(), decimals: 2, value: column(() => 25 * (28 + below(21))) },
    { code: '3.1', state: given(), decimals: 0, value: column(() => below(12)) },
    { code: '3.2', state: given(), decimals: 0, value: column(() => (next() < 0.3 ? 1 : 0)) },
    { code: '4.1', state: given(), decimals: 0, counts: counts([6, 3]) },
  ];
  return {
    size,
    federation: column((unit) => Math.floor(unit / FEDERATION_SIZE)),
    block: Uint8Array.from({ length: size }, (_, unit) => unit % 3),
    lines,
  };
}
