/** One figure of a unit (by id or by code, the same throughout a map), line and period. */
export const caseKey = (unit: string, line: string, period: string): string => JSON.stringify([unit, line, period]);
