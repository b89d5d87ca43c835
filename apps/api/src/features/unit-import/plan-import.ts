import type { Scope, Scoped } from '@giaouoc/db';
import { listChairs } from '@giaouoc/db/queries/people';
import { listAccounts, listUnits, type UnitRow } from '@giaouoc/db/queries/unit/list';
import { findGrouping } from '@giaouoc/domain/org/groupings';
import { codeKey } from '@giaouoc/domain/org/unit-code';
import { proposeUnitCodes } from '@giaouoc/domain/org/unit-code-proposals';
import {
  checkUnitRows,
  placeKey,
  type CheckedRows,
  type CheckedUnit,
  type UnitRowColumn,
  type UnitRowText,
} from '@giaouoc/domain/org/unit-rows';
import { searchKey } from '@giaouoc/domain/text/normalize';
import { readPhone } from '../../security/account-name.ts';
import { codeFromName } from '../year/code-from-name.ts';
import type { getYear } from '../year/get-year.ts';

type Grouping = { code: string; name: string };
type Chair = Awaited<ReturnType<typeof listChairs>>[number];

/** One row of the file beside the unit and the chair it will make or change. */
export type PlannedUnit = {
  sheet: string;
  row: number;
  effect: 'new' | 'changed' | 'same';
  changes: UnitRowColumn[];
  /** The unit there is; null for a new one. */
  unit: UnitRow | null;
  facts: { code: string; name: string; kind: string; foundedOn: string | null };
  place: {
    blockCode: string;
    clusterCode: string | null;
    activeSince: string | null;
    previousTotal: string | null;
  };
  chair: Chair | null;
  contact: { title: string; phone: string | null };
  login: string;
  /** The list has no code for it. */
  codeProposed: boolean;
};

export type ImportPlan = CheckedRows & {
  /** The rows as they were judged, with a code each. */
  rows: UnitRowText[];
  planned: PlannedUnit[];
  blocks: Grouping[];
  clusters: Grouping[];
  newBlocks: Grouping[];
  newClusters: Grouping[];
};

/**
 * Compares a list with what there is: which units are new, which change and in what, which stay. A code that is there
 * already means that unit, and so does a name without a code; other rows without a code get one. An empty cell leaves what
 * is known. The same list a second time changes nothing.
 */
export async function planImport(
  tx: Scoped,
  scope: Scope,
  year: Awaited<ReturnType<typeof getYear>>,
  given: readonly UnitRowText[],
): Promise<ImportPlan> {
  const units = await listUnits(tx, scope, year.id);
  const proposed = proposeUnitCodes(
    given.map(({ values }) => values),
    units.filter((unit) => !unit.archived),
    units.map(({ code }) => code),
  );
  const rows = given.map((row, i) => ({ ...row, values: { ...row.values, code: proposed[i] || row.values.code } }));
  const chairs = new Map<string, Chair>();
  for (const chair of await listChairs(tx, scope))
    if (chair.unitId !== null && !chairs.has(chair.unitId)) chairs.set(chair.unitId, chair);
  const accounts = await listAccounts(tx);

  const inFile = new Set(rows.map(({ values }) => codeKey(values.code)));
  const mine = new Map(
    units.filter((unit) => !unit.archived && inFile.has(codeKey(unit.code))).map((unit) => [codeKey(unit.code), unit]),
  );
  const own = new Set([...mine.values()].map((unit) => chairs.get(unit.id)?.accountId));
  const checked = checkUnitRows(
    rows,
    {
      // Units in the file are not doubles of themselves. A unit that was put away still holds its code.
      units: units.filter((unit) => mine.get(codeKey(unit.code)) !== unit),
      blocks: year.blocks,
      clusters: year.clusters,
      userNames: accounts.filter((account) => !own.has(account.accountId)).map((account) => account.userName),
      // The same person may stand for two units; only a double within the list is a slip.
      phones: [],
    },
    readPhone,
  );
  const newBlocks = year.blocks.length > 0 ? [] : groupings(checked.units.map((unit) => unit.block));
  const newClusters = year.clusters.length > 0 ? [] : groupings(checked.units.flatMap((unit) => unit.cluster ?? []));
  const blocks = [...year.blocks, ...newBlocks];
  const clusters = [...year.clusters, ...newClusters];
  const typed = new Map(rows.map((row) => [placeKey(row), row.values]));
  const withoutCode = new Set(rows.filter((_, i) => proposed[i] !== '').map(placeKey));
  const userNames = new Map(accounts.map((account) => [account.accountId, account.userName]));
  const planned = checked.units.map((unit) => {
    const there = mine.get(codeKey(unit.code)) ?? null;
    const chair = (there && chairs.get(there.id)) ?? null;
    const plan = planUnit(unit, typed.get(placeKey(unit))!, there, chair, { blocks, clusters });
    const known = chair && (userNames.get(chair.accountId) ?? chair.proposedName);
    return { ...plan, login: known ?? unit.login, codeProposed: there === null && withoutCode.has(placeKey(unit)) };
  });
  return { ...checked, rows, planned, blocks, clusters, newBlocks, newClusters };
}

/** New blocks or clusters by the titles typed, each once, with codes that do not collide. */
function groupings(titles: string[]): Grouping[] {
  const byKey = new Map<string, Grouping>();
  const codes = new Set<string>();
  for (const name of titles) {
    if (byKey.has(searchKey(name))) continue;
    const plain = codeFromName(name);
    let code = plain;
    for (let n = 2; codes.has(code); n++) code = `${plain}-${n}`;
    codes.add(code);
    byKey.set(searchKey(name), { code, name });
  }
  return [...byKey.values()];
}

function planUnit(
  checked: CheckedUnit,
  typed: Readonly<Record<UnitRowColumn, string>>,
  unit: UnitRow | null,
  chair: Chair | null,
  { blocks, clusters }: { blocks: Grouping[]; clusters: Grouping[] },
): Omit<PlannedUnit, 'login' | 'codeProposed'> {
  const blank = (column: UnitRowColumn) => typed[column].trim() === '';
  const codeOf = (list: Grouping[], named: string) => findGrouping(list, named) ?? named;
  const place = unit?.place ?? null;
  const facts = {
    code: unit?.code ?? checked.code,
    name: checked.name,
    kind: unit && blank('kind') ? unit.kind : checked.kind,
    foundedOn: checked.foundedOn ?? unit?.foundedOn ?? null,
  };
  const next = {
    blockCode: codeOf(blocks, checked.block),
    clusterCode: checked.cluster === null ? (place?.clusterCode ?? null) : codeOf(clusters, checked.cluster),
    activeSince: place?.activeSince ?? facts.foundedOn,
    previousTotal: checked.lastScore ?? place?.previousTotal ?? null,
  };
  const contact = {
    title: chair && blank('role') ? chair.title : checked.role,
    phone: checked.phone ?? chair?.phone ?? null,
  };
  const differing: [UnitRowColumn, boolean][] = [
    ['name', unit?.name !== facts.name],
    ['kind', unit?.kind !== facts.kind],
    ['foundedOn', unit?.foundedOn !== facts.foundedOn],
    ['block', place?.blockCode !== next.blockCode],
    ['cluster', (place?.clusterCode ?? null) !== next.clusterCode],
    ['lastScore', (place?.previousTotal ?? null) !== next.previousTotal],
    ['role', chair?.title !== contact.title],
    ['phone', (chair?.phone ?? null) !== contact.phone],
  ];
  const changes = unit ? differing.filter(([, differs]) => differs).map(([column]) => column) : [];
  return {
    sheet: checked.sheet,
    row: checked.row,
    effect: !unit ? 'new' : changes.length > 0 ? 'changed' : 'same',
    changes,
    unit,
    facts,
    place: next,
    chair,
    contact,
  };
}

/** How many of each, for titles and answers. */
export function countEffects(planned: readonly PlannedUnit[]) {
  const count = (effect: PlannedUnit['effect']) => planned.filter((one) => one.effect === effect).length;
  return { new: count('new'), changed: count('changed'), same: count('same') };
}
