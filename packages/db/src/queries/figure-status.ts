import { and, eq, inArray } from 'drizzle-orm';
import type { StageCode } from '@giaouoc/domain/plan/index';
import { columnsOf, type RowOf } from '../column-list.ts';
import { figureStatus } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const columns = columnsOf(figureStatus, ['unitId', 'lineCode', 'periodCode', 'status', 'revision']);

/** How a figure reads at a stage, and the revision that whoever judges it must have seen. */
export type FigureStatusRow = RowOf<typeof figureStatus, typeof columns>;

/** Figures that were sent or judged, as they read at a stage, of all units or of some; those never sent have no row. */
export function figureStatusesOf(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  stage: StageCode,
  unitIds?: readonly string[],
): Promise<FigureStatusRow[]> {
  return tx
    .select(columns)
    .from(figureStatus)
    .where(
      and(
        eq(figureStatus.federationId, scope.federationId),
        eq(figureStatus.yearId, yearId),
        unitIds === undefined ? undefined : inArray(figureStatus.unitId, [...unitIds]),
        eq(figureStatus.stage, stage),
      ),
    );
}
