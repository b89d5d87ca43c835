import { isDecimal } from '../numbers/decimal.ts';
import { isRaw } from '../schema/raw.ts';

const isCode = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.isWellFormed();

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999_999_999;

/**
 * Whether an entry of `figures` has the form that the schema asks for. It says yes only to what the schema accepts; a
 * no means that the schema has to be asked. Files hold a million figures, nearly all of them right, and the schema
 * makes a copy of each (parse-year.test.ts holds the two together).
 */
export function isPlainFigure(entry: unknown): boolean {
  if (!isRaw(entry) || !isCode(entry['unit']) || !isCode(entry['line'])) return false;
  for (const key of Object.keys(entry)) {
    const value = entry[key];
    switch (key) {
      case 'unit':
      case 'line':
        break;
      case 'value':
      case 'part':
      case 'whole':
      case 'points':
        if (!isDecimal(value)) return false;
        break;
      case 'yes':
        if (typeof value !== 'boolean') return false;
        break;
      case 'items':
        if (!Array.isArray(value) || !value.every(isCode)) return false;
        break;
      case 'levels':
      case 'faults':
        if (!isRaw(value) || !Object.values(value).every(isCount)) return false;
        break;
      case 'notApplicable':
        if (value !== true) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}
