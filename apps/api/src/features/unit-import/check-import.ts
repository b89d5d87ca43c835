import { unitsColumns, type SheetReading } from '@giaouoc/documents';
import { blockOfRow } from '@giaouoc/domain/org/block-of-row';
import { findGrouping, type Named } from '@giaouoc/domain/org/groupings';
import { placeKey, type RowFault, type RowPlace, type UnitRowText } from '@giaouoc/domain/org/unit-rows';
import { searchKey } from '@giaouoc/domain/text/normalize';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { getYear } from '../year/get-year.ts';
import { chooseSheets } from './choose-sheets.ts';
import { countEffects, planImport, type PlannedUnit } from './plan-import.ts';
import { largestFile, type CheckInput, type FaultOutput } from './unit-import.schema.ts';

const titleOf = (key: string) => unitsColumns.find((column) => column.key === key)?.title ?? '';

/**
 * Reads an uploaded list and says what importing it would do, changing nothing: every sheet, row and column with content and
 * what becomes of it, every fault with its cell, every unit with what happens to it.
 *
 * @throws workbook-file-too-large, the workbook's refusals (not Excel, locked, too heavy, …), not-found (the year)
 */
export async function checkImport(ctx: Member, input: CheckInput) {
  const bytes = Uint8Array.from(Buffer.from(input.file, 'base64'));
  if (bytes.length > largestFile) throw new Refused('workbook-file-too-large', { most: largestFile / 1024 / 1024 });
  const reading = await ctx.documents.readUnits(bytes);
  if (!reading.ok) throw new Refused(reading.code);
  const chosen = chooseSheets(reading.sheets, input.sheets);
  return ctx.inScope(async (tx) => {
    const year = await getYear(tx, ctx.scope, input.yearId);
    const { rows, unplaced } = placedRows(chosen, year.blocks, input.blocks);
    const plan = await planImport(tx, ctx.scope, year, rows);
    const faults = allFaults(chosen, plan.faults);
    const faulty = new Set(faults.map(placeKey));
    const planned = plan.planned.filter((one) => !faulty.has(placeKey(one)));
    return {
      sheets: reading.sheets.map((sheet) => ({
        ...{ name: sheet.name, hidden: sheet.hidden, filled: sheet.filled, units: sheet.rows.length },
        ...{ passed: sheet.passed, unread: sheet.unread, hiddenRows: sheet.hiddenRows },
        table: sheet.columns !== null,
        read: chosen.includes(sheet),
      })),
      rows: plan.rows,
      faults,
      unplaced,
      warnings: plan.warnings.map((warning) => located(chosen, warning)),
      preview: planned.map((one) => previewOf(one, plan)),
      counts: countEffects(planned),
      newBlocks: plan.newBlocks.map(({ name }) => name),
      newClusters: plan.newClusters.map(({ name }) => name),
    };
  });
}

/** The rows of the sheets with the block each is in, and the words that name none. */
function placedRows(sheets: readonly SheetReading[], blocks: readonly Named[], answered: CheckInput['blocks']) {
  const answers = new Map(answered.map(({ words, code }) => [searchKey(words), code]));
  const unplaced = new Map<string, { words: string; rows: number; first: RowPlace }>();
  const rows = sheets.flatMap(({ name, rows: read }) =>
    read.map(({ row, section, values }): UnitRowText => {
      // The name of the only sheet is a block or says nothing; nobody is asked which block "Sheet1" is.
      const sheet = sheets.length > 1 || findGrouping(blocks, name) !== undefined ? name : '';
      const hints = { typed: values.block, section, sheet };
      const found = blockOfRow(hints, blocks, answers);
      if ('block' in found) return { sheet: name, row, values: { ...values, block: found.block } };
      const known = unplaced.get(searchKey(found.unplaced));
      if (known) known.rows += 1;
      else unplaced.set(searchKey(found.unplaced), { words: found.unplaced, rows: 1, first: { sheet: name, row } });
      return { sheet: name, row, values };
    }),
  );
  return { rows, unplaced: [...unplaced.values()] };
}

/** What the cells say and what the rules say, in the order of the file. */
function allFaults(sheets: readonly SheetReading[], faults: readonly RowFault[]): FaultOutput[] {
  const order = new Map(sheets.map(({ name }, i) => [name, i]));
  const unread = new Set(
    sheets.flatMap(({ name, faults: own }) => own.map((one) => `${name} ${one.row} ${one.column}`)),
  );
  const ofCells = sheets.flatMap(({ name, columns, faults: own }) => {
    const keyOf = new Map(Object.entries(columns ?? {}).map(([key, letter]) => [letter, key]));
    return own.map(({ row, column, code, value, detail }): FaultOutput => {
      const title = column === '' ? value : titleOf(keyOf.get(column) ?? '');
      return {
        ...{ sheet: name, row, column, title, code, value },
        detail: code === 'column-missing' || code === 'column-twice' ? { column: value } : (detail ?? null),
      };
    });
  });
  const ofRules = faults
    .map((fault) => located(sheets, fault))
    // A cell that could not be read is empty to the rules: one fault is enough for it.
    .filter(({ sheet, row, column }) => !unread.has(`${sheet} ${row} ${column}`));
  return [...ofCells, ...ofRules].sort(
    (a, b) =>
      (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row || a.column.localeCompare(b.column),
  );
}

function located(sheets: readonly SheetReading[], { sheet, row, column, code, value, detail }: RowFault): FaultOutput {
  const letter = sheets.find(({ name }) => name === sheet)?.columns?.[column] ?? '';
  const told = (detail ?? null) as FaultOutput['detail'];
  return { sheet, row, column: letter, title: titleOf(column), code, value, detail: told };
}

function previewOf(one: PlannedUnit, { blocks, clusters }: { blocks: Named[]; clusters: Named[] }) {
  const named = (list: Named[], code: string) => list.find((group) => group.code === code)?.name ?? code;
  const { sheet, row, effect, changes, unit, facts, place, contact, login, codeProposed } = one;
  return {
    ...{ sheet, row, effect, changes, codeProposed, login },
    code: facts.code,
    name: facts.name,
    formerName: unit && changes.includes('name') ? unit.name : null,
    kind: facts.kind,
    block: named(blocks, place.blockCode),
    cluster: place.clusterCode === null ? null : named(clusters, place.clusterCode),
    foundedOn: facts.foundedOn,
    lastScore: place.previousTotal,
    chair: contact.title,
    phone: contact.phone,
  };
}
