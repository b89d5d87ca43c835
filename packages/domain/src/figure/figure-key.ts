/**
 * The key of a figure in a map: its line and period, and its unit where the map holds several (by id or by code, the same
 * throughout a map). Whatever signs are in the codes: the lengths in front keep `a`, `bc` and `ab`, `c` apart. A hundred units
 * bring thousands of figures to each scoring, so this is kept cheap.
 */
export const figureKey = (line: string, period: string, unit = ''): string =>
  `${line.length}:${period.length}:${line}${period}${unit}`;

/** The key of a line of one unit over the whole year, made as `figureKey`. */
export const unitLineKey = (unit: string, line: string): string => `${unit.length}:${unit}${line}`;
