import { getFederation } from '@giaouoc/db/queries/federation';
import {
  lockPledges,
  papersOf,
  pledgesOf,
  signaturesOf,
  type PaperRow,
  type PledgeRow,
  type SignatureRow,
} from '@giaouoc/db/queries/pledge';
import { targetsOf } from '@giaouoc/db/queries/target';
import { yearUnits, type YearUnitRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import {
  pledgeContent,
  pledgeHash,
  pledgeState,
  targetsLeft,
  type PledgeContent,
  type PledgeRecord,
  type PledgeState,
  type Signature,
} from '@giaouoc/domain/pledge/index';
import type { UnitTarget } from '@giaouoc/domain/report/index';
import { Refused } from '../../trpc/errors.ts';
import type { RunningYear } from '../year/running-year.ts';

/** One unit's pledge on the latest plan version: rows, content as it stands, and what the rules take. */
export type LoadedPledge = {
  unit: YearUnitRow;
  row: PledgeRow;
  content: PledgeContent;
  record: PledgeRecord;
  state: PledgeState;
  targets: UnitTarget[];
  /** Own targets still to be set. */
  open: string[];
  signatures: SignatureRow[];
  /** The newest sheet signed on paper. */
  paper: PaperRow | undefined;
};

export type LoadedPledges = {
  federation: { code: string; name: string };
  /** All units of the year, also those that were not offered a pledge yet. */
  units: YearUnitRow[];
  pledges: LoadedPledge[];
};

/**
 * Pledges of all units, or of one, with a constant number of queries. With `lock`, the pledges are held until the
 * transaction ends, so that two parties signing at once take turns.
 */
export async function loadPledges(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  { unitIds, lock = false }: { unitIds?: string[]; lock?: boolean } = {},
): Promise<LoadedPledges> {
  const of = { version: year.plan.version, ...(unitIds ? { unitIds } : {}) };
  const rows = lock ? await lockPledges(tx, scope, year.id, of) : await pledgesOf(tx, scope, year.id, of);
  const [federation, units, targets, signatures, papers] = await Promise.all([
    getFederation(tx, scope),
    yearUnits(tx, scope, year.id, unitIds),
    targetsOf(tx, scope, year.id, unitIds),
    signaturesOf(tx, scope, year.id, of),
    papersOf(tx, scope, year.id, of),
  ]);
  if (!federation) throw new Refused('not-found');
  const { document, hash: planHash, version } = year.plan;
  const byUnit = new Map(units.map((unit) => [unit.unitId, unit]));
  const pledges = rows.flatMap((row): LoadedPledge[] => {
    const unit = byUnit.get(row.unitId);
    if (!unit) return [];
    const own: UnitTarget[] = targets
      .filter((target) => target.unitId === row.unitId)
      .map((target) => ({ line: target.lineCode, target: target.target ?? undefined, assigned: target.assigned }));
    // Frozen once the unit has signed; until then it is what plan and targets make of it now.
    const content =
      (row.content as PledgeContent | null) ??
      pledgeContent({
        federation,
        unit: { code: unit.code, name: unit.name, block: unit.blockCode },
        version,
        planHash,
        document,
        targets: own,
      });
    const signed = signatures.filter((signature) => signature.unitId === row.unitId);
    const paper = papers.find((one) => one.unitId === row.unitId);
    const record: PledgeRecord = {
      hash: row.hash ?? pledgeHash(content),
      signatures: signed.map((signature) => ({
        party: signature.party as Signature['party'],
        capacity: signature.capacity as Signature['capacity'],
        strength: signature.method as Signature['strength'],
        hash: signature.hash,
        at: signature.at,
      })),
      registered: row.state === 'registered',
      paperWaiting: paper?.state === 'waiting',
      declined: row.declinedReason ?? undefined,
    };
    return [
      {
        unit,
        row,
        content,
        record,
        state: pledgeState(record, document.conduct.signing),
        targets: own,
        open: targetsLeft(document, unit.blockCode, own).map((line) => line.code),
        signatures: signed,
        paper,
      },
    ];
  });
  return { federation, units, pledges };
}

/** One unit's pledge, locked for a write. @throws pledge-not-offered, not-found */
export async function holdPledge(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  unitId: string,
): Promise<LoadedPledge & { federation: { code: string; name: string } }> {
  const loaded = await loadPledges(tx, scope, year, { unitIds: [unitId], lock: true });
  if (loaded.units.length === 0) throw new Refused('not-found');
  const [pledge] = loaded.pledges;
  if (!pledge) throw new Refused('pledge-not-offered');
  return { ...pledge, federation: loaded.federation };
}
