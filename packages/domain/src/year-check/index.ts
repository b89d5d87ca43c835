export { parseYear, parseYearText, type ParsedYear } from './parse-year.ts';
