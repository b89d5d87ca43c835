/** What each kind of document is made from stands beside its template: `@giaouoc/documents/pledge-sheet` and so on. */
export { createDocuments, type Documents } from './documents.ts';
export { unitsColumns, type UnitsColumnKey } from './units-columns.ts';
export type { CellFault, PassedRow, SheetReading, UnreadColumn } from './read-units.ts';
export { passedReasons } from './units/pass-over.ts';
