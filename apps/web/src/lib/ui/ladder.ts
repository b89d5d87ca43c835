/** One scale for a whole block, so that its rows compare; it never starts above the lowest. Width in the drawing's units. */
export type LadderScale = { from: number; to: number; width: number; x: (value: number) => number; ticks: number[] };

/** Scale from the ten at or below the lowest value to the ten at or above the highest and the plan's maximum. */
export function ladderScale(values: readonly number[], highest: number, width = 192): LadderScale {
  const from = Math.floor(Math.min(...values, highest) / 10) * 10;
  const to = Math.max(from + 10, Math.ceil(Math.max(...values, highest) / 10) * 10);
  const room = 6;
  const x = (value: number) => room + ((value - from) / (to - from)) * (width - 2 * room);
  const every = Math.max(10, Math.ceil((to - from) / 50) * 10);
  const ticks = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => from + i * every);
  return { from, to, width, x, ticks };
}
