import { may, type Role } from '@giaouoc/domain/access/index';
import { goalInBrief, ruleInBrief, ruleInWords } from '@giaouoc/domain/explain/index';
import { instantOf, isLate } from '@giaouoc/domain/period/index';
import { conductOf, groupsOf, linesOf } from '@giaouoc/domain/plan/index';
import {
  mayPledge,
  ownTargetLines,
  pledgeStateWords,
  signaturesLeft,
  type Signature,
} from '@giaouoc/domain/pledge/index';
import type { SignatureRow } from '@giaouoc/db/queries/pledge';
import type { RunningYear } from '../year/running-year.ts';
import type { LoadedPledge, LoadedPledges } from './load-pledges.ts';
import type { BoardOutput, PledgeOutput, SignatureOutput, SignatureReceipt } from './pledge.schema.ts';
import { capacityOf } from './sign-pledge.ts';

function signatureOutputOf(row: SignatureRow): SignatureOutput {
  return {
    party: row.party as SignatureOutput['party'],
    capacity: row.capacity,
    strength: row.method as SignatureOutput['strength'],
    at: row.at,
    receiptNumber: row.receiptNumber,
    hash: row.hash,
    serverSignature: row.serverSignature,
    receipt: row.receipt as SignatureReceipt,
  };
}

/** Where a pledge can be checked by anyone who holds the paper. */
export const checkUrlOf = (publicUrl: string, hash: string): string =>
  `${publicUrl}/check/${hash.replace('sha256:', '')}`;

const dueOf = (year: RunningYear): number | null => {
  const due = year.plan.document.conduct.signing.due;
  return due === undefined ? null : instantOf(due);
};

/** One unit's pledge as its page shows it to this role. */
export function presentPledge(year: RunningYear, pledge: LoadedPledge, role: Role, publicUrl: string): PledgeOutput {
  const { document } = year.plan;
  const { signing } = document.conduct;
  const placed = new Map(linesOf(document.scoring).map((one) => [one.line.code, one]));
  const titles = new Map(groupsOf(document.scoring).map((one) => [one.group.code, one.group.title]));
  const left = signaturesLeft(pledge.record, signing);
  const capacity = capacityOf(role);
  const due = dueOf(year);
  return {
    year: { id: year.id, title: year.title },
    unit: { id: pledge.unit.unitId, code: pledge.unit.code, name: pledge.unit.name, blockName: pledge.unit.blockName },
    version: pledge.row.version,
    state: pledge.state,
    stateWords: pledgeStateWords(pledge.state),
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
        target: line.target ?? null,
      };
    }),
    own: ownTargetLines(document, pledge.unit.blockCode, pledge.targets).map((line) => {
      const conduct = conductOf(document.conduct, line.code);
      return {
        line,
        rule: ruleInWords(line),
        title: line.title,
        target: pledge.targets.find((target) => target.line === line.code)?.target ?? null,
        floor: conduct?.targetFloor ?? null,
        lowerIsBetter: line.rule.kind === 'ratio' && line.rule.better === 'lower',
        help: conduct?.help ?? null,
      };
    }),
    targetsLeft: pledge.open,
    signatures: pledge.signatures.map(signatureOutputOf),
    left,
    maySignAs:
      may(role, 'pledge.sign') && mayPledge(pledge.state, 'sign') && left.some((one) => one.capacity === capacity)
        ? capacity
        : null,
    mayDecline: may(role, 'pledge.decline') && mayPledge(pledge.state, 'decline'),
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

/** Who has signed, unit by unit, those not offered yet among them. */
export function presentBoard(year: RunningYear, loaded: LoadedPledges, now: number): BoardOutput {
  const byUnit = new Map(loaded.pledges.map((pledge) => [pledge.unit.unitId, pledge]));
  const due = dueOf(year);
  return {
    year: { id: year.id, title: year.title },
    version: year.plan.version,
    due: due === null ? null : new Date(due).toISOString(),
    rows: loaded.units.map((unit) => {
      const pledge = byUnit.get(unit.unitId);
      const ofUnit = pledge?.signatures.findLast((signature) => signature.party === 'unit');
      const signed = pledge?.state === 'signed' || pledge?.state === 'countersigned';
      const signedAt = signed ? (ofUnit?.at ?? null) : null;
      return {
        unitId: unit.unitId,
        code: unit.code,
        name: unit.name,
        blockCode: unit.blockCode,
        blockName: unit.blockName,
        state: pledge?.state ?? null,
        stateWords: pledge ? pledgeStateWords(pledge.state) : 'Chưa mời ký',
        hash: pledge?.record.hash ?? null,
        signedAt,
        countersignedAt: pledge?.signatures.find((signature) => signature.party === 'federation')?.at ?? null,
        strength: signed ? ((ofUnit?.method ?? null) as Signature['strength'] | null) : null,
        late: due !== null && isLate(due, signedAt === null ? now : Date.parse(signedAt)),
        declinedReason: pledge?.row.declinedReason ?? null,
        paperEvidenceId: pledge?.paper?.state === 'waiting' ? pledge.paper.evidenceId : null,
        targetsLeft: pledge?.open.length ?? 0,
      };
    }),
  };
}
