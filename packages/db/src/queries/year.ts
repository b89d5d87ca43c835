import { and, desc, eq, exists, inArray, sql } from 'drizzle-orm';
import type { PlanDocument } from '@giaouoc/domain/plan/index';
import { columnsOf, type RowOf, selectList } from '../column-list.ts';
import { block, planVersion, unit, year, yearUnit } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const columns = columnsOf(year, [
  'id',
  'code',
  'title',
  'from',
  'to',
  'status',
  'planVersion',
  'snapshotId',
  'revision',
]);
export type YearRow = RowOf<typeof year, typeof columns>;

/**
 * The year people mean when they do not say which comes first: the newest one whose plan is published, so that next year's
 * draft does not take this year's reports off the screen; without any such, the newest.
 */
const meantFirst = sql`${year.planVersion} is null, ${year.from} desc, ${year.code} desc`;

/** All years of the federation, newest first; `current` is the one `currentYear` takes. */
export function listYears(tx: Scoped, scope: Scope): Promise<(YearRow & { current: boolean })[]> {
  return tx
    .select({ ...columns, current: sql<boolean>`row_number() over (order by ${meantFirst}) = 1` })
    .from(year)
    .where(eq(year.federationId, scope.federationId))
    .orderBy(desc(year.from), desc(year.code));
}

/** The year of this id; without one, the year people mean when they do not say which. */
export async function currentYear(tx: Scoped, scope: Scope, yearId?: string): Promise<YearRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(year)
    .where(and(eq(year.federationId, scope.federationId), yearId === undefined ? undefined : eq(year.id, yearId)))
    .orderBy(meantFirst)
    .limit(1);
  return row;
}

/** The year of this id. */
export const yearById = (tx: Scoped, scope: Scope, yearId: string): Promise<YearRow | undefined> =>
  currentYear(tx, scope, yearId);

/**
 * Locks the year for judgements and scoring until the transaction ends: whoever comes second sees what the first did.
 * Not against rows that merely refer to the year (`no key`): a unit that writes the first row of its report while the
 * officer judges would else wait for the year, and the officer for that row.
 */
export async function lockYear(tx: Scoped, scope: Scope, yearId: string): Promise<YearRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(year)
    .where(and(eq(year.federationId, scope.federationId), eq(year.id, yearId)))
    .for('no key update');
  return row;
}

/** The years that still run and in which a unit takes part, locked as by `lockYear`, in one order. */
export function lockRunningYearsOf(tx: Scoped, scope: Scope, unitId: string): Promise<YearRow[]> {
  const takesPart = tx
    .select({ one: sql`1` })
    .from(yearUnit)
    .where(
      and(
        eq(yearUnit.federationId, year.federationId),
        eq(yearUnit.yearId, year.id),
        eq(yearUnit.unitId, unitId),
        eq(yearUnit.leftOut, false),
      ),
    );
  return tx
    .select(columns)
    .from(year)
    .where(and(eq(year.federationId, scope.federationId), eq(year.status, 'running'), exists(takesPart)))
    .orderBy(year.id)
    .for('no key update');
}

export type PublishedPlan = {
  version: number;
  document: PlanDocument;
  hash: string;
  engine: string;
  publishedAt: string;
};

/** The published version that scores everyone now, or the one asked for. */
export async function publishedPlan(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  version?: number,
): Promise<PublishedPlan | undefined> {
  const [row] = await tx
    .select({
      version: planVersion.version,
      document: planVersion.document,
      hash: planVersion.hash,
      engine: planVersion.engine,
      publishedAt: planVersion.publishedAt,
    })
    .from(planVersion)
    .where(
      and(
        eq(planVersion.federationId, scope.federationId),
        eq(planVersion.yearId, yearId),
        version === undefined ? undefined : eq(planVersion.version, version),
      ),
    )
    .orderBy(desc(planVersion.version))
    .limit(1);
  return row;
}

/** A year and which plan version scores everyone in it now; without the document, which whoever read it before keeps. */
export type YearAndPlan = { year: YearRow; plan: Omit<PublishedPlan, 'document' | 'publishedAt'> | undefined };

/** `currentYear` with its published plan's facts, in one statement: what nearly every request begins with. */
export async function yearAndPlan(tx: Scoped, scope: Scope, yearId?: string): Promise<YearAndPlan | undefined> {
  type Row = YearRow & { version: number | null; hash: string; engine: string };
  const [row] = await tx.execute<Row>(sql`
    select ${sql.raw(selectList(columns, 'y'))}, p.version, p.hash, p.engine
    from year y
    left join lateral (select v.version, v.hash, v.engine from plan_version v
      where v.federation_id = y.federation_id and v.year_id = y.id order by v.version desc limit 1) p on true
    where y.federation_id = ${scope.federationId} and (${yearId ?? null}::uuid is null or y.id = ${yearId ?? null}::uuid)
    order by y.plan_version is null, y.from_date desc, y.code desc limit 1`);
  if (!row) return undefined;
  const { version, hash, engine, ...year } = row;
  return { year, plan: version === null ? undefined : { version, hash, engine } };
}

export type YearUnitRow = {
  unitId: string;
  code: string;
  name: string;
  kind: string;
  blockCode: string;
  blockName: string;
  clusterCode: string | null;
  activeSince: string | null;
  previousTotal: string | null;
  /** Whether it was left out of the year, since when (null where that was not kept) and why. Its past stays readable. */
  leftOut: boolean;
  leftOutAt: string | null;
  leftOutReason: string | null;
};

/**
 * The units that take part in the year, or some of them. By block, then name. Those left out are among them only for whoever
 * reads what was (`leftOut`), never for what counts or is owed.
 */
export function yearUnits(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  unitIds?: readonly string[],
  { leftOut = false }: { leftOut?: boolean } = {},
): Promise<YearUnitRow[]> {
  return tx
    .select({
      unitId: unit.id,
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      blockCode: yearUnit.blockCode,
      blockName: block.name,
      clusterCode: yearUnit.clusterCode,
      activeSince: yearUnit.activeSince,
      previousTotal: yearUnit.previousTotal,
      leftOut: yearUnit.leftOut,
      leftOutAt: yearUnit.leftOutAt,
      leftOutReason: yearUnit.leftOutReason,
    })
    .from(yearUnit)
    .innerJoin(unit, and(eq(unit.federationId, yearUnit.federationId), eq(unit.id, yearUnit.unitId)))
    .innerJoin(
      block,
      and(
        eq(block.federationId, yearUnit.federationId),
        eq(block.yearId, yearUnit.yearId),
        eq(block.code, yearUnit.blockCode),
      ),
    )
    .where(
      and(
        eq(yearUnit.federationId, scope.federationId),
        eq(yearUnit.yearId, yearId),
        leftOut ? undefined : eq(yearUnit.leftOut, false),
        unitIds === undefined ? undefined : inArray(yearUnit.unitId, [...unitIds]),
      ),
    )
    .orderBy(block.position, unit.name);
}

/** A unit's part in a year: null when it never had a place there. */
export type UnitPart = Pick<YearUnitRow, 'leftOut' | 'leftOutAt' | 'leftOutReason' | 'activeSince'> | null;

/** A unit's part in a year; undefined when there is no such unit for whoever asks. */
export async function partOf(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  unitId: string,
): Promise<{ part: UnitPart } | undefined> {
  const [row] = await tx
    .select({
      leftOut: yearUnit.leftOut,
      leftOutAt: yearUnit.leftOutAt,
      leftOutReason: yearUnit.leftOutReason,
      activeSince: yearUnit.activeSince,
    })
    .from(unit)
    .leftJoin(
      yearUnit,
      and(eq(yearUnit.federationId, unit.federationId), eq(yearUnit.unitId, unit.id), eq(yearUnit.yearId, yearId)),
    )
    .where(and(eq(unit.federationId, scope.federationId), eq(unit.id, unitId)));
  if (!row) return undefined;
  const { leftOut, leftOutAt, ...part } = row;
  if (leftOut === null) return { part: null };
  return { part: { leftOut, leftOutAt: leftOutAt === null ? null : new Date(leftOutAt).toISOString(), ...part } };
}

/** Names of the year's blocks and clusters by code, and of the whole federation's table (`all`). */
export async function blockNames(tx: Scoped, scope: Scope, yearId: string): Promise<Map<string, string>> {
  const rows = await tx.execute<{ code: string; name: string }>(sql`
    select c.code, c.name from cluster c where c.federation_id = ${scope.federationId} and c.year_id = ${yearId}
    union all
    select b.code, b.name from block b where b.federation_id = ${scope.federationId} and b.year_id = ${yearId}`);
  return new Map([['all', 'Toàn liên đoàn'], ...[...rows].map((row): [string, string] => [row.code, row.name])]);
}
