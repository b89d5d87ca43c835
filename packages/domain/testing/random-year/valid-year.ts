import type { YearFile } from '../../src/year-file/index.ts';
import { parseYear } from '../../src/year-check/index.ts';
import type { SlowYear } from '../slow-evaluator/index.ts';

/** The year as the engine reads it. Random years are valid by construction: a fault is a defect of one side. */
export function validYear(year: SlowYear): YearFile {
  const parsed = parseYear(year);
  if (!parsed.ok) throw new Error(`a valid year was refused: ${JSON.stringify(parsed.faults.slice(0, 5))}`);
  return parsed.year;
}
