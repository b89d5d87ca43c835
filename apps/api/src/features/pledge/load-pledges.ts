import { getFederation, type FederationRow } from '@giaouoc/db/queries/federation';
import {
  lockPledges,
  papersOf,
  pledgesOf,
  pledgeVersions,
  signaturesOf,
  type PaperRow,
  type PledgeRow,
  type PledgeVersionRow,
  type SignatureRow,
} from '@giaouoc/db/queries/pledge';
import { targetsOf, type TargetRow } from '@giaouoc/db/queries/target';
import { yearUnits, type YearUnitRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import { leavesOutBeforeJoining, linesBeforeJoining, type PlanDocument } from '@giaouoc/domain/plan/index';
import {
  pledgeContent,
  pledgeHash,
  pledgeState,
  signedVersions,
  targetsLeft,
  versionToSign,
  type PledgeContent,
  type PledgeRecord,
  type PledgeState,
  type SignedVersion,
} from '@giaouoc/domain/pledge/index';
import type { OwnPledge } from '@giaouoc/domain/progress/index';
import type { UnitTarget } from '@giaouoc/domain/report/index';
import { Refused } from '../../trpc/errors.ts';
import { takesPart } from '../../year/acting-unit.ts';
import { planOfVersion, type RunningYear } from '../../year/running-year.ts';

/** One unit's pledge on one plan version: rows, content as it stands, and what the rules take. */
export type LoadedPledge = {
  unit: YearUnitRow;
  row: PledgeRow;
  /** The version it is on. */
  plan: PledgePlan;
  content: PledgeContent;
  record: PledgeRecord;
  state: PledgeState;
  targets: UnitTarget[];
  /** Own targets still to be set. */
  open: string[];
  signatures: SignatureRow[];
  /** The newest sheet signed on paper. */
  paper: PaperRow | undefined;
  /** All versions the unit's side has signed in this year, oldest first. */
  signed: SignedVersion[];
};
export type PledgePlan = PledgeVersionRow & { document: PlanDocument };

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
        [...beforeJoining(plan.document, unit), ...ownTargets(targetsBy.get(row.unitId) ?? [])],
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

/** The content of a pledge as these targets make it; what was signed stays as it is frozen. */
export function contentWith(
  federation: Pick<FederationRow, 'code' | 'name'>,
  { unit, plan, signed }: Pick<LoadedPledge, 'unit' | 'plan' | 'signed'>,
  targets: readonly UnitTarget[],
): PledgeContent {
  return pledgeContent({
    federation,
    unit: { code: unit.code, name: unit.name, block: unit.blockCode },
    version: plan.version,
    planHash: plan.hash,
    document: plan.document,
    targets,
    signed,
  });
}

function pledgeOf(
  federation: FederationRow,
  unit: YearUnitRow,
  row: PledgeRow,
  plan: PledgePlan,
  targets: UnitTarget[],
  signed: SignedVersion[],
  signatures: SignatureRow[],
  paper: PaperRow | undefined,
): LoadedPledge {
  // Frozen once the unit has signed; until then it is what plan and targets make of it now. Made when somebody looks: a
  // board of states needs neither content nor hash.
  let made = row.content;
  const contentNow = () => (made ??= contentWith(federation, { unit, plan, signed }, targets));
  let hash = row.hash;
  const record: PledgeRecord = {
    get hash() {
      return (hash ??= pledgeHash(contentNow()));
    },
    signatures: signatures.map((signature) => ({
      party: signature.party,
      capacity: signature.capacity,
      strength: signature.method,
      hash: signature.hash,
      at: signature.at,
    })),
    registered: row.state === 'registered',
    paperWaiting: paper?.state === 'waiting',
    declined: row.declinedReason ?? undefined,
  };
  return {
    ...{ unit, row, plan, record, targets, signatures, paper, signed },
    get content() {
      return contentNow();
    },
    state: pledgeState(record, plan.document.conduct.signing),
    open: targetsLeft(plan.document, unit.blockCode, targets).map((line) => line.code),
  };
}

/** Lines that were due before the unit took part are no part of its pledge, where the plan says that they are not assigned. */
const beforeJoining = (document: PlanDocument, unit: YearUnitRow): UnitTarget[] =>
  leavesOutBeforeJoining(document)
    ? linesBeforeJoining(
        document,
        { block: unit.blockCode, activeSince: unit.activeSince ?? undefined },
        () => false,
      ).map((line) => ({ line, assigned: false }))
    : [];

const ownTargets = (rows: readonly TargetRow[]): UnitTarget[] =>
  rows.map(({ lineCode, target, assigned }) => ({ line: lineCode, target: target ?? undefined, assigned }));

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

/**
 * One unit's pledge on the version to sign, locked for a write.
 *
 * @throws pledge-not-offered, not-found, unit-not-in-year, unit-left-out
 */
export async function lockPledge(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  unitId: string,
): Promise<LoadedPledge & { federation: FederationRow }> {
  const loaded = await loadPledges(tx, scope, year, { unitIds: [unitId], lock: true });
  if (loaded.units.length === 0) await takesPart(tx, scope, year.id, unitId);
  const [pledge] = loaded.pledges;
  if (!pledge) throw new Refused('pledge-not-offered');
  return { ...pledge, federation: loaded.federation };
}

/** The newest version a unit signed before the one to sign, for whoever waits for its addendum. */
export function signedBefore(loaded: LoadedPledges, unitId: string): LoadedPledge | undefined {
  return loaded.earlier.findLast((pledge) => pledge.unit.unitId === unitId);
}

/** A pledge as a task of its unit. */
export function askedToSign({ row, record, plan, open, content, signed }: LoadedPledge): OwnPledge {
  return {
    version: row.version,
    pledge: record,
    signing: plan.document.conduct.signing,
    open,
    signedBefore:
      content.kind === 'pledge' ? undefined : signed.findLast(({ version }) => version < row.version)?.version,
  };
}
