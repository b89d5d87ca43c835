import { unitsColumns } from '@giaouoc/documents';
import type { RowFault } from '@giaouoc/domain/org/unit-rows';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { countEffects, planImport, type PlannedUnit } from './plan-import.ts';
import type { CheckInput, FaultOutput } from './unit-import.schema.ts';

const titleOf = (key: string) => unitsColumns.find((column) => column.key === key)?.title ?? '';

/**
 * Reads an uploaded list and says what importing it would do, changing nothing: every fault with its cell, every unit
 * with what happens to it.
 *
 * @throws the workbook's refusals (not Excel, locked, too heavy, …), not-found (the year)
 */
export async function checkImport(ctx: Member, input: CheckInput) {
  const reading = await ctx.documents.readUnits(Uint8Array.from(Buffer.from(input.file, 'base64')));
  if (!reading.ok) throw new Refused(reading.code);
  const { sheet, columns, faults: cellFaults } = reading;
  const rows = reading.rows.map(({ row, values }) => ({ row, values }));
  const plan = await ctx.inScope((tx) => planImport(tx, ctx.scope, input.yearId, rows));

  const keyOf = new Map(Object.entries(columns).map(([key, letter]) => [letter, key]));
  const unread = new Set(cellFaults.map(({ row, column }) => `${row} ${column}`));
  const located = ({ row, column, code, value, detail }: RowFault): FaultOutput => ({
    row,
    column: columns[column] ?? '',
    title: titleOf(column),
    code,
    value,
    detail: (detail ?? null) as FaultOutput['detail'],
  });
  const faults: FaultOutput[] = [
    ...cellFaults.map(({ row, column, code, value }) => {
      const title = column === '' ? value : titleOf(keyOf.get(column) ?? '');
      return { row, column, title, code, value, detail: code === 'column-missing' ? { column: value } : null };
    }),
    // A cell that could not be read is empty to the rules: one fault is enough for it.
    ...plan.faults.map(located).filter(({ row, column }) => !unread.has(`${row} ${column}`)),
  ].sort((a, b) => a.row - b.row || a.column.localeCompare(b.column));
  const faulty = new Set(faults.map(({ row }) => row));
  const planned = plan.planned.filter(({ row }) => !faulty.has(row));
  return {
    sheet,
    rows,
    faults,
    warnings: plan.warnings.map(located),
    preview: planned.map((one) => previewOf(one, plan)),
    counts: countEffects(planned),
    newBlocks: plan.newBlocks.map(({ name }) => name),
    newClusters: plan.newClusters.map(({ name }) => name),
  };
}

type Named = { code: string; name: string }[];

function previewOf(one: PlannedUnit, { blocks, clusters }: { blocks: Named; clusters: Named }) {
  const named = (list: Named, code: string) => list.find((group) => group.code === code)?.name ?? code;
  const { row, effect, changes, facts, place, contact } = one;
  return {
    row,
    effect,
    changes,
    code: facts.code,
    name: facts.name,
    kind: facts.kind,
    block: named(blocks, place.blockCode),
    cluster: place.clusterCode === null ? null : named(clusters, place.clusterCode),
    foundedOn: facts.foundedOn,
    lastScore: place.previousTotal,
    chair: contact.title,
    phone: contact.phone,
  };
}
