import { may, type Role } from '@giaouoc/domain/access/index';
import { goalInBrief, ruleInBrief, ruleInWords } from '@giaouoc/domain/explain/index';
import { instantOf, isLate } from '@giaouoc/domain/period/index';
import { rulesOfPlan } from '@giaouoc/domain/plan/in-words/index';
import { changesInWords, conductOf, groupsOf, linesOf, type PlanDocument } from '@giaouoc/domain/plan/index';
import {
  addendumNumber,
  awaitsAddendum,
  changesFor,
  hasPledged,
  mayPledge,
  ownTargetLines,
  pledgeName,
  pledgeStateWords,
  signaturesLeft,
  standingWords,
  type Standing,
} from '@giaouoc/domain/pledge/index';
import { scoringOf } from '@giaouoc/domain/rules/kinds';
import type { SignatureRow } from '@giaouoc/db/queries/pledge';
import type { RunningYear } from '../../year/running-year.ts';
import type { LoadedPledge } from './loaded-pledge.ts';
import type { LoadedPledges } from './load-pledges.ts';
import type { BoardOutput, PledgeOutput, SignatureOutput, SignedPaper } from './pledge.schema.ts';
import { capacityOf } from './sign-pledge.ts';

function signatureOutputOf(row: SignatureRow): SignatureOutput {
  return {
    party: row.party,
    capacity: row.capacity,
    strength: row.method,
    at: row.at,
    receiptNumber: row.receiptNumber,
    hash: row.hash,
    serverSignature: row.serverSignature,
    receipt: row.receipt,
  };
}

/** Where a pledge can be checked by anyone who holds the paper. */
export const checkUrlOf = (publicUrl: string, hash: string): string =>
  `${publicUrl}/check/${hash.replace('sha256:', '')}`;

const dueOf = ({ conduct }: PlanDocument): number | null =>
  conduct.signing.due === undefined ? null : instantOf(conduct.signing.due);

/** "Giao ước thi đua" or its addendum: what this unit's pledge on this version is. */
export const nameOf = (pledge: Numbered): string => pledgeName(numberOf(pledge));

/** 0 for the pledge itself, n for the n-th addendum. What was signed as one before addenda were numbered stays one. */
export const numberOf = ({ content, signed, row }: Numbered): number =>
  content.kind === 'pledge' ? 0 : (content.addendum?.number ?? Math.max(1, addendumNumber(signed, row.version)));
type Numbered = Pick<LoadedPledge, 'content' | 'signed' | 'row'>;

/** What an addendum brings: changes since the version the unit has signed, and the notes of the versions between. */
export function addendumOf({ pledge, before }: OnPaper, versions: LoadedPledges['versions']): PledgeOutput['addendum'] {
  if (pledge.content.kind === 'pledge' || before === undefined) return null;
  const [was, is] = [before.plan.document, pledge.plan.document];
  return {
    after: before.row.version,
    changes: changesInWords(changesFor(pledge.unit.blockCode, was, is), was, is),
    notes: versions.flatMap(({ version, note }) =>
      version > before.row.version && version <= pledge.row.version && note !== null ? [{ version, note }] : [],
    ),
  };
}
/** A pledge with the one the unit signed before it. */
export type OnPaper = { pledge: LoadedPledge; before: LoadedPledge | undefined };

/** One unit's pledge as its page shows it to this role. */
export function presentPledge(
  year: RunningYear,
  loaded: Pick<LoadedPledges, 'versions'>,
  onPaper: OnPaper,
  { role, publicUrl, signerName }: { role: Role; publicUrl: string; signerName: string },
): PledgeOutput {
  const { pledge, before } = onPaper;
  const { document } = pledge.plan;
  const { signing } = document.conduct;
  const placed = new Map(linesOf(document.scoring).map((one) => [one.line.code, one]));
  const titles = new Map(groupsOf(document.scoring).map((one) => [one.group.code, one.group.title]));
  const left = signaturesLeft(pledge.record, signing);
  const capacity = capacityOf(role);
  const due = dueOf(document);
  // A unit left out of the year reads what it signed; it signs nothing more.
  const { leftOut } = pledge.unit;
  return {
    year: { id: year.id, title: year.title },
    unit: { id: pledge.unit.unitId, code: pledge.unit.code, name: pledge.unit.name, blockName: pledge.unit.blockName },
    version: pledge.row.version,
    state: pledge.state,
    latestVersion: year.plan.version,
    name: nameOf(pledge),
    stateWords: standingWords({ state: pledge.state, signedBefore: before?.row.version ?? null }),
    addendum: addendumOf(onPaper, loaded.versions),
    signerName,
    hash: pledge.record.hash,
    content: pledge.content,
    lines: pledge.content.lines.map((line) => {
      const found = placed.get(line.line);
      return {
        line: line.line,
        title: line.title,
        group: titles.get(found?.groups[0] ?? '') ?? '',
        kind: line.kind,
        role: found?.role ?? 'base',
        max: line.max,
        rule: found ? ruleInWords(found.line) : '',
        brief: found ? ruleInBrief(found.line) : '',
        goal: found ? goalInBrief(found.line) : null,
        basis: conductOf(document.conduct, line.line)?.basis ?? null,
        target: line.target ?? null,
      };
    }),
    rules: rulesOfPlan(document, [], pledge.unit.blockCode),
    own: ownTargetLines(document, pledge.unit.blockCode, pledge.targets).map((line) => {
      const conduct = conductOf(document.conduct, line.code);
      return {
        line,
        rule: ruleInWords(line),
        title: line.title,
        target: pledge.targets.find((target) => target.line === line.code)?.target ?? null,
        floor: conduct?.targetFloor ?? null,
        lowerIsBetter: scoringOf(line.rule).lowerIsBetter?.(line.rule) === true,
        help: conduct?.help ?? null,
      };
    }),
    targetsLeft: pledge.open,
    signatures: pledge.signatures.map(signatureOutputOf),
    left,
    maySignAs:
      !leftOut &&
      may(role, 'pledge.sign') &&
      mayPledge(pledge.state, 'sign') &&
      left.some((one) => one.capacity === capacity)
        ? capacity
        : null,
    mayDecline: !leftOut && may(role, 'pledge.decline') && mayPledge(pledge.state, 'decline'),
    paper: pledge.paper
      ? {
          id: pledge.paper.id,
          evidenceId: pledge.paper.evidenceId,
          mediaType: pledge.paper.mediaType,
          signedOn: pledge.paper.signedOn,
          signedBy: pledge.paper.signedBy,
          sentAt: pledge.paper.sentAt,
          state: pledge.paper.state,
          refusedReason: pledge.paper.refusedReason,
        }
      : null,
    declinedReason: pledge.row.declinedReason,
    due: due === null ? null : new Date(due).toISOString(),
    checkUrl: checkUrlOf(publicUrl, pledge.record.hash),
  };
}

/** The papers a unit's side has signed, oldest first. */
export function presentPapers({ pledges, earlier }: LoadedPledges, publicUrl: string): SignedPaper[] {
  return [...earlier, ...pledges.filter(({ state }) => state === 'signed' || state === 'countersigned')].map(
    (pledge) => ({
      version: pledge.row.version,
      name: nameOf(pledge),
      stateWords: pledgeStateWords(pledge.state),
      hash: pledge.record.hash,
      signedAt: signedAtOf(pledge) ?? pledge.row.changedAt,
      countersignedAt: countersignedAtOf(pledge) ?? null,
      checkUrl: checkUrlOf(publicUrl, pledge.record.hash),
    }),
  );
}

const signedAtOf = (pledge: LoadedPledge | undefined) =>
  pledge?.signatures.findLast((signature) => signature.party === 'unit')?.at;
const countersignedAtOf = (pledge: LoadedPledge | undefined) =>
  pledge?.signatures.find((signature) => signature.party === 'federation')?.at;

/** Where each unit stands, by its id: the state on the version to sign, and the version it signed before. */
export function standingsOf(loaded: LoadedPledges): Map<string, Standing> {
  const state = new Map(loaded.pledges.map((pledge) => [pledge.unit.unitId, pledge.state]));
  const before = new Map(loaded.earlier.map((pledge) => [pledge.unit.unitId, pledge.row.version]));
  return new Map(
    loaded.units.map(({ unitId }) => [
      unitId,
      { state: state.get(unitId) ?? null, signedBefore: before.get(unitId) ?? null },
    ]),
  );
}

/** Who has signed, unit by unit, those not offered yet among them. */
export function presentBoard(year: RunningYear, loaded: LoadedPledges, now: number, signerName = ''): BoardOutput {
  const byUnit = new Map(loaded.pledges.map((pledge) => [pledge.unit.unitId, pledge]));
  const beforeOf = Map.groupBy(loaded.earlier, (pledge) => pledge.unit.unitId);
  const standings = standingsOf(loaded);
  const due = dueOf(loaded.document);
  return {
    year: { id: year.id, title: year.title },
    version: loaded.toSign,
    latestVersion: year.plan.version,
    signerName,
    due: due === null ? null : new Date(due).toISOString(),
    rows: loaded.units.map((unit) => {
      const pledge = byUnit.get(unit.unitId);
      const before = beforeOf.get(unit.unitId) ?? [];
      const standing = standings.get(unit.unitId)!;
      const ofUnit = pledge?.signatures.findLast((signature) => signature.party === 'unit');
      const waiting = [...(pledge ? [pledge] : []), ...before.toReversed()].find(({ state }) => state === 'signed');
      const signed = pledge?.state === 'signed' || pledge?.state === 'countersigned';
      const signedAt = signed ? (ofUnit?.at ?? null) : null;
      return {
        unitId: unit.unitId,
        code: unit.code,
        name: unit.name,
        blockCode: unit.blockCode,
        blockName: unit.blockName,
        state: pledge?.state ?? null,
        stateWords: standingWords(standing),
        signedBefore: standing.signedBefore,
        awaitsAddendum: awaitsAddendum(standing),
        pledged: hasPledged(standing),
        toCountersign: waiting ? { hash: waiting.record.hash, version: waiting.row.version } : null,
        hash: pledge?.record.hash ?? null,
        signedAt,
        countersignedAt: countersignedAtOf(pledge) ?? null,
        strength: signed ? (ofUnit?.method ?? null) : null,
        late: due !== null && isLate(due, signedAt === null ? now : Date.parse(signedAt)),
        declinedReason: pledge?.row.declinedReason ?? null,
        paperEvidenceId: pledge?.paper?.state === 'waiting' ? pledge.paper.evidenceId : null,
        targetsLeft: pledge?.open.length ?? 0,
      };
    }),
  };
}
