import { getFederation, type FederationRow } from '@giaouoc/db/queries/federation';
import {
  lockPledges,
  papersOf,
  pledgesOf,
  pledgeVersions,
  signaturesOf,
  type PledgeRow,
  type PledgeVersionRow,
} from '@giaouoc/db/queries/pledge';
import { targetsOf } from '@giaouoc/db/queries/target';
import { yearUnits, type YearUnitRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import type { PlanDocument } from '@giaouoc/domain/plan/index';
import { signedVersions, versionToSign } from '@giaouoc/domain/pledge/index';
import { Refused } from '../../trpc/errors.ts';
import { planOfVersion, type RunningYear } from '../../year/running-year.ts';
import { pledgeOf, targetsOfUnit, type LoadedPledge, type PledgePlan } from './loaded-pledge.ts';

export type LoadedPledges = {
  federation: FederationRow;
  /** All units of the year, also those that were not offered a pledge yet. */
  units: YearUnitRow[];
  /** The published versions, oldest first. */
  versions: PledgeVersionRow[];
  /** The version whose pledge is signed today. */
  toSign: number;
  /** The document of that version. */
  document: PlanDocument;
  /** Pledges on the version to sign. */
  pledges: LoadedPledge[];
  /** What was signed on earlier versions, oldest first. */
  earlier: LoadedPledge[];
};

/**
 * Pledges of all units, or of one, with a constant number of queries: those on the version to sign, and every signed one
 * of an earlier version. With `lock`, they are held until the transaction ends, so that two parties signing at once take
 * turns. With `leftOut`, units left out of the year are among them: for whoever reads what they signed.
 */
export async function loadPledges(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  { unitIds, lock = false, leftOut = false }: { unitIds?: string[]; lock?: boolean; leftOut?: boolean } = {},
): Promise<LoadedPledges> {
  const of = unitIds ? { unitIds } : {};
  const rows = lock ? await lockPledges(tx, scope, year.id, of) : await pledgesOf(tx, scope, year.id, of);
  const [federation, units, versions, targets, signatures, papers] = await Promise.all([
    getFederation(tx, scope),
    yearUnits(tx, scope, year.id, unitIds, { leftOut }),
    pledgeVersions(tx, scope, year.id),
    targetsOf(tx, scope, year.id, unitIds),
    signaturesOf(tx, scope, year.id, of),
    papersOf(tx, scope, year.id, of),
  ]);
  if (!federation) throw new Refused('not-found');
  const toSign = versionToSign(versions);
  const signedOf = new Map(
    [...Map.groupBy(rows, (row) => row.unitId)].map(([unitId, own]) => [unitId, signedVersions(own)]),
  );
  const isShown = (row: PledgeRow) =>
    row.version === toSign || signedOf.get(row.unitId)!.some(({ version }) => version === row.version);
  const shown = rows.filter(isShown);
  const plans = await plansOf(tx, scope, year, versions, new Set([toSign, ...shown.map((row) => row.version)]));
  const by = <T extends { unitId: string }>(list: readonly T[]) => Map.groupBy(list, (one) => one.unitId);
  const [unitOf, targetsBy, signaturesBy, papersBy] = [by(units), by(targets), by(signatures), by(papers)];
  const loaded = shown.flatMap((row): LoadedPledge[] => {
    const unit = unitOf.get(row.unitId)?.[0];
    const plan = plans.get(row.version);
    if (!unit || !plan) return [];
    const isOfRow = ({ version }: { version: number }) => version === row.version;
    return [
      pledgeOf(
        federation,
        unit,
        row,
        plan,
        targetsOfUnit(plan.document, unit, targetsBy.get(row.unitId) ?? []),
        signedOf.get(row.unitId)!,
        (signaturesBy.get(row.unitId) ?? []).filter(isOfRow),
        papersBy.get(row.unitId)?.find(isOfRow),
      ),
    ];
  });
  const isToSign = ({ row }: LoadedPledge) => row.version === toSign;
  return {
    federation,
    units,
    versions,
    toSign,
    document: plans.get(toSign)!.document,
    pledges: loaded.filter(isToSign),
    earlier: loaded.filter((pledge) => !isToSign(pledge)).sort((a, b) => a.row.version - b.row.version),
  };
}

async function plansOf(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  versions: readonly PledgeVersionRow[],
  wanted: ReadonlySet<number>,
): Promise<Map<number, PledgePlan>> {
  const found = await Promise.all(
    versions
      .filter(({ version }) => wanted.has(version))
      .map(async (facts): Promise<PledgePlan> => {
        const { document } =
          facts.version === year.plan.version ? year.plan : await planOfVersion(tx, scope, year, facts);
        return { ...facts, document };
      }),
  );
  return new Map(found.map((plan) => [plan.version, plan]));
}

/** The newest version a unit signed before the one to sign, for whoever waits for its addendum. */
export function signedBefore(loaded: LoadedPledges, unitId: string): LoadedPledge | undefined {
  return loaded.earlier.findLast((pledge) => pledge.unit.unitId === unitId);
}
