import { sql, type SQL } from 'drizzle-orm';
import type { Mark } from '@giaouoc/domain/scoring/index';
import type { Scope, Scoped } from '../scope.ts';
import { assessmentColumns, assessmentStateColumns, type AssessmentRow } from './assessment.ts';
import type { LinkedEvidence } from './evidence.ts';
import {
  figureColumns,
  figureFactColumns,
  figureStateColumns,
  type FigureFacts,
  type FigureRow,
  type FigureSide,
  figureSideColumns,
} from './figure.ts';
import { reportColumns, type ReportRow } from './report.ts';
import type { TargetRow } from './target.ts';
import type { YearUnitRow } from './year.ts';

/**
 * All rows of one unit in one year, or of all units, read by one statement as lists of JSON. Each request of a unit and each
 * judgement begins with them: row by row, reading them would cost more than scoring them.
 */

const list = (columns: string, from: SQL): SQL =>
  sql`(select coalesce(json_agg(r), '[]') from (select ${sql.raw(columns)} ${from}) r)`;

const unitsFrom = sql`from year_unit x join unit u on u.federation_id = x.federation_id and u.id = x.unit_id
  join block b on b.federation_id = x.federation_id and b.year_id = x.year_id and b.code = x.block_code`;
const unitColumns = `u.id as "unitId", u.code, u.name, u.kind, x.block_code as "blockCode", b.name as "blockName",
  x.cluster_code as "clusterCode", x.active_since as "activeSince", x.previous_total as "previousTotal", x.left_out as "leftOut",
  x.left_out_at as "leftOutAt", x.left_out_reason as "leftOutReason"`;
const targetColumns = `x.unit_id as "unitId", x.line_code as "lineCode", x.target, x.assigned, x.unassigned_reason as "unassignedReason",
  x.unassigned_at as "unassignedAt", x.revision`;
const evidenceColumns = `e.id, e.unit_id as "unitId", e.sha256, e.bytes, e.media_type as "mediaType", e.name, e.width, e.height,
  e.uploaded_as as "uploadedAs", e.created_at as "createdAt", x.line_code as "lineCode", x.period_code as "periodCode"`;

/** Everything of one unit in one year. */
export type UnitYear = {
  /** Absent when the unit has no place in the year, or is not the caller's to see; one left out of the year is there. */
  unit: YearUnitRow | null;
  targets: TargetRow[];
  figures: FigureRow[];
  reports: ReportRow[];
  /** Files by line and period, in the order they were laid there. */
  evidence: LinkedEvidence[];
  /** Judgements that stand, newest first. */
  assessments: AssessmentRow[];
  /** What the unit is measured against on leader lines, as of the last scoring of everyone. */
  marks: Record<string, Mark>;
  federation: { code: string; name: string };
};

export async function unitYear(tx: Scoped, scope: Scope, yearId: string, unitId: string): Promise<UnitYear> {
  const mine = sql`x.federation_id = ${scope.federationId} and x.year_id = ${yearId} and x.unit_id = ${unitId}`;
  const [row] = await tx.execute<UnitYear>(sql`select
    (select row_to_json(r) from (select ${sql.raw(unitColumns)} ${unitsFrom} where ${mine}) r) as unit,
    ${list(targetColumns, sql`from unit_target x where ${mine}`)} as targets,
    ${list(figureColumns('x'), sql`from figure x where ${mine} order by x.line_code, x.period_code`)} as figures,
    ${list(reportColumns('x'), sql`from report x where ${mine}`)} as reports,
    ${list(
      evidenceColumns,
      sql`from figure_evidence x join evidence e on e.federation_id = x.federation_id and e.id = x.evidence_id
        where ${mine} and x.removed_at is null order by x.added_at`,
    )} as evidence,
    ${list(
      assessmentColumns('x'),
      sql`from assessment x where ${mine} and x.undone_at is null order by x.at desc, x.id desc`,
    )} as assessments,
    coalesce((select x.marks from unit_score x where ${mine}), '{}') as marks,
    (select row_to_json(r) from (select f.code, f.name from federation f where f.id = ${scope.federationId}) r) as federation`);
  return row!;
}

/** The rows a year is scored from. */
export type YearRows<Figure = FigureSide> = {
  /** The units that take part, by block, then name. */
  units: YearUnitRow[];
  targets: TargetRow[];
  figures: Figure[];
  /** Judgements that stand, newest first. */
  assessments: AssessmentRow[];
};

export const yearRows = (tx: Scoped, scope: Scope, yearId: string): Promise<YearRows> =>
  rowsWith(tx, scope, yearId, figureSideColumns('x'));

/** The same with what the units are typing: for what they still owe. */
export const yearRowsWithDrafts = (tx: Scoped, scope: Scope, yearId: string): Promise<YearRows<FigureFacts>> =>
  rowsWith(tx, scope, yearId, figureFactColumns('x'));

/**
 * The same for pages that show states alone: of values stands there only whether there is one, and whether it says that nothing
 * occurred. A few times lighter.
 */
export const yearStates = (tx: Scoped, scope: Scope, yearId: string): Promise<YearRows<FigureFacts>> =>
  rowsWith(tx, scope, yearId, figureStateColumns('x'), assessmentStateColumns('x'));

async function rowsWith<Figure>(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  columnsOfFigure: string,
  columnsOfAssessment = assessmentColumns('x'),
): Promise<YearRows<Figure>> {
  const here = sql`x.federation_id = ${scope.federationId} and x.year_id = ${yearId}`;
  const [row] = await tx.execute<YearRows<Figure>>(sql`select
    ${list(unitColumns, sql`${unitsFrom} where ${here} and not x.left_out order by b.position, u.name`)} as units,
    ${list(targetColumns, sql`from unit_target x where ${here}`)} as targets,
    ${list(columnsOfFigure, sql`from figure x where ${here} order by x.unit_id, x.line_code, x.period_code`)} as figures,
    ${list(
      columnsOfAssessment,
      sql`from assessment x where ${here} and x.undone_at is null order by x.at desc, x.id desc`,
    )} as assessments`);
  return row!;
}
