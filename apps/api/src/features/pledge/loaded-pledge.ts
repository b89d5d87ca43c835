import type { FederationRow } from '@giaouoc/db/queries/federation';
import type { PaperRow, PledgeRow, PledgeVersionRow, SignatureRow } from '@giaouoc/db/queries/pledge';
import type { TargetRow } from '@giaouoc/db/queries/target';
import type { YearUnitRow } from '@giaouoc/db/queries/year';
import { leavesOutBeforeJoining, linesBeforeJoining, type PlanDocument } from '@giaouoc/domain/plan/index';
import {
  pledgeContent,
  pledgeHash,
  pledgeState,
  targetsLeft,
  type PledgeContent,
  type PledgeRecord,
  type PledgeState,
  type SignedVersion,
} from '@giaouoc/domain/pledge/index';
import type { OwnPledge } from '@giaouoc/domain/progress/index';
import type { UnitTarget } from '@giaouoc/domain/report/index';

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

/** One unit's pledge from its rows. */
export function pledgeOf(
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

/** The targets a pledge on this document begins with: what the unit set itself comes after what its joining leaves out. */
export const targetsOfUnit = (document: PlanDocument, unit: YearUnitRow, rows: readonly TargetRow[]): UnitTarget[] => [
  ...beforeJoining(document, unit),
  ...ownTargets(rows),
];

const ownTargets = (rows: readonly TargetRow[]): UnitTarget[] =>
  rows.map(({ lineCode, target, assigned }) => ({ line: lineCode, target: target ?? undefined, assigned }));

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
