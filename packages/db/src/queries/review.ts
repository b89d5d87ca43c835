import { sql, type SQL } from 'drizzle-orm';
import type { FigureState, FigureValue } from '@giaouoc/domain/figure/index';
import type { StageCode } from '@giaouoc/domain/plan/index';
import type { Scope, Scoped } from '../scope.ts';
import type { FigureStatusRow } from './figure-status.ts';

/** What stands for judging: sent figures of some lines, of the units that take part, of one block or of all. */
export type ReviewFilter = {
  /** The stage whose queue it is. */
  stage: StageCode;
  /** Codes of the lines that units enter, in plan order. */
  lines: readonly string[];
  /** Codes of the periods in their order. */
  periods: readonly string[];
  block?: string | undefined;
};

const waiting = sql`s.status in ('submitted', 'resubmitted')`;
const names = (codes: readonly string[]): SQL =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`;

/**
 * Figures that were sent, of lines that are the unit's: waiting, judged or returned; a figure taken back is a draft again. Nothing is joined before rows are
 * counted or cut: behind row-level security PostgreSQL expects every table to give a row or two, and would compare each
 * figure with each unit. `coalesce` keeps it from making a join of the units; it looks them up in a table of hashes.
 */
const sentFigures = (scope: Scope, yearId: string, { stage, lines, block }: ReviewFilter, unitId?: string): SQL => sql`
  from figure_status s
  where s.federation_id = ${scope.federationId} and s.year_id = ${yearId} and s.stage = ${stage}
    and coalesce(s.unit_id in (
      select y.unit_id from year_unit y where y.federation_id = ${scope.federationId} and y.year_id = ${yearId}
        and not y.left_out and (${block ?? null}::text is null or y.block_code = ${block ?? null})), false)
    ${unitId === undefined ? sql`` : sql`and s.unit_id = ${unitId}`}
    and s.status in ('submitted', 'resubmitted', 'accepted', 'adjusted', 'returned')
    and not coalesce((s.unit_id, s.line_code) in (
      select t.unit_id, t.line_code from unit_target t where t.federation_id = ${scope.federationId} and t.year_id = ${yearId}
        and not t.assigned), false)
    and s.line_code = any(${names(lines)})`;

/** How many figures of one line or one unit wait, are done, came back. `name` is the unit's. */
export type ReviewCount = { key: string; name: string; waiting: number; done: number; returned: number };

/** Counted by line, in no order, or by unit, in the order of their names. */
export async function reviewCounts(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  by: 'line' | 'unit',
  of: ReviewFilter,
): Promise<ReviewCount[]> {
  const counts = sql`count(*) filter (where ${waiting})::int as waiting,
    count(*) filter (where s.status in ('accepted', 'adjusted'))::int as done,
    count(*) filter (where s.status = 'returned')::int as returned
    ${sentFigures(scope, yearId, of)} group by 1`;
  const counted = await tx.execute<ReviewCount>(
    by === 'line'
      ? // Codes are put together by their bytes; by how Vietnamese read, sorting them takes longer than counting.
        sql`select s.line_code collate "C" as key, '' as name, ${counts}`
      : sql`with counted as materialized (select s.unit_id as key, ${counts})
          select c.key, u.name, c.waiting, c.done, c.returned
          from counted c join unit u on u.federation_id = ${scope.federationId} and u.id = c.key
          order by u.name collate app.vietnamese, c.key`,
  );
  return [...counted];
}

/** One figure as the queue shows it: the unit's side, and how it reads at the stage. */
export type ReviewRow = FigureStatusRow & {
  unitName: string;
  blockCode: string;
  state: FigureState;
  value: FigureValue | null;
  submitted: FigureValue | null;
  sending: number;
  /** The figure that the assessment in force put in place of the unit's. */
  corrected: FigureValue | null;
  note: string | null;
  enteredAs: string;
  enteredFor: boolean;
  submittedAt: string | null;
  /** How many files speak for it. */
  evidence: number;
  /** Points so far of the unit's line, as last stored. */
  points: string | null;
  /** The commonest "out of how many" of the unit's figures of that period, where at least two agree, and a line with it. */
  commonWhole: string | null;
  commonLine: string | null;
};

/** Which figures: of one line or unit, what waits or all; by unit name, line and period, one page. */
export type ReviewPage = {
  unitId?: string | undefined;
  line?: string | undefined;
  /** Whether to look for `commonWhole`; only figures that count out of a number can differ from it. */
  wholes: boolean;
  waitingOnly?: boolean;
  limit: number;
  offset?: number;
};

export async function reviewPage(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  of: ReviewFilter,
  page: ReviewPage,
): Promise<ReviewRow[]> {
  const { unitId, line, waitingOnly = false, limit, offset = 0 } = page;
  const [lines, periods] = [names(of.lines), names(of.periods)];
  const rows = await tx.execute<ReviewRow>(sql`
    with sent as materialized (
      select s.* ${sentFigures(scope, yearId, line === undefined ? of : { ...of, lines: [line] }, unitId)}
        and (not ${waitingOnly}::boolean or ${waiting})),
    page as materialized (
      select * from (
        select s.*, row_number() over (order by n.name collate app.vietnamese, s.unit_id, array_position(${lines}, s.line_code),
          array_position(${periods}, s.period_code)) as place, n.name as unit_name
        from sent s, lateral (select (select u.name from unit u
          where u.federation_id = s.federation_id and u.id = s.unit_id) as name offset 0) n) ordered
      order by place limit ${limit} offset ${offset}),
    -- Kept by unit and period in one value: joined, each row of the page would be compared with each of these.
    wholes as materialized (
      select jsonb_object_agg(unit_id || period_code, jsonb_build_array(whole, line)) as found from (
        select distinct on (o.unit_id, 2) o.unit_id, o.period_code collate "C" as period_code,
          (o.submitted->>'whole') collate "C" as whole, min(o.line_code collate "C") as line
        from figure o
        where ${page.wholes}::boolean and o.federation_id = ${scope.federationId} and o.year_id = ${yearId}
          and o.unit_id = any(array(select distinct p.unit_id from page p)) and o.submitted ? 'whole'
        group by 1, 2, 3 having count(*) > 1
        order by 1, 2, count(*) desc, 4) commonest)
    select p.unit_id as "unitId", p.unit_name as "unitName",
      (select y.block_code from year_unit y where y.federation_id = p.federation_id and y.year_id = p.year_id
        and y.unit_id = p.unit_id) as "blockCode",
      p.line_code as "lineCode", p.period_code as "periodCode", p.status, p.revision, f.submitted, a.figure as corrected,
      f.state, f.value, f.sending, f.note, f.entered_as as "enteredAs", f.entered_for as "enteredFor",
      f.submitted_at as "submittedAt",
      (select count(*)::int from figure_evidence e where e.federation_id = p.federation_id and e.year_id = p.year_id
        and e.unit_id = p.unit_id and e.line_code = p.line_code and e.period_code = p.period_code and e.removed_at is null)
        as evidence,
      (select l->>'best' from unit_progress s, jsonb_array_elements(s.so_far->'lines') l
        where s.federation_id = p.federation_id and s.year_id = p.year_id and s.unit_id = p.unit_id
          and l->>'line' = p.line_code) as points,
      w.whole_and_line->>0 as "commonWhole", w.whole_and_line->>1 as "commonLine"
    from page p
    left join figure f on f.federation_id = p.federation_id and f.year_id = p.year_id and f.unit_id = p.unit_id
      and f.line_code = p.line_code and f.period_code = p.period_code
    left join assessment a on a.federation_id = p.federation_id and a.id = p.assessment_id,
    lateral (select (select found from wholes)->(p.unit_id || p.period_code) as whole_and_line offset 0) w
    order by p.place`);
  return [...rows];
}

/** The blocks that units take part in, in their order. */
export async function blocksTakingPart(
  tx: Scoped,
  scope: Scope,
  yearId: string,
): Promise<{ code: string; name: string }[]> {
  const rows = await tx.execute<{ code: string; name: string }>(sql`
    select b.code, b.name from block b
    where b.federation_id = ${scope.federationId} and b.year_id = ${yearId} and exists (
      select 1 from year_unit y where y.federation_id = b.federation_id and y.year_id = b.year_id and y.block_code = b.code
        and not y.left_out)
    order by b.position`);
  return [...rows];
}
