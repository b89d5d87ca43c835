import { insertSignatures, updatePledge } from '@giaouoc/db/queries/pledge';
import { takeReceiptNumbers } from '@giaouoc/db/queries/writes';
import { recordAudit } from '@giaouoc/db/queries/audit';
import type { Scoped } from '@giaouoc/db';
import { hashOf } from '@giaouoc/domain/hash/index';
import { localMinuteOf } from '@giaouoc/domain/period/index';
import type { FederationRow } from '@giaouoc/db/queries/federation';
import {
  addendumNumber,
  pledgeState,
  signingLines,
  type PledgeRecord,
  type Signature,
  type SignatureReceipt,
} from '@giaouoc/domain/pledge/index';
import { receiptNumber } from '@giaouoc/domain/report/index';
import type { Member } from '../../trpc/procedures.ts';
import type { RunningYear } from '../../year/running-year.ts';
import type { LoadedPledge } from './loaded-pledge.ts';
import type { SignatureOutput } from './pledge.schema.ts';

/** Signatures decided by the rules, about to be stored. */
export type Giving = {
  pledge: LoadedPledge;
  after: PledgeRecord;
  signatures: readonly Signature[];
  /** For a paper signature: the photo, and who stands on the sheet. */
  paper?: { evidenceId: string; signedBy: string };
};

/**
 * Stores signatures with their receipts, freezes the content the unit has signed, and stores the state that follows from
 * the signatures: a pledge with all of them can never be left pending.
 */
export async function giveSignatures(
  tx: Scoped,
  ctx: Member,
  year: RunningYear,
  federation: FederationRow,
  all: readonly Giving[],
  name = '',
): Promise<SignatureOutput[]> {
  const at = ctx.now().toISOString();
  const calendarYear = Number(localMinuteOf(ctx.now().getTime()).slice(0, 4));
  const given: SignatureOutput[] = [];
  const howMany = all.reduce((sum, { signatures }) => sum + signatures.length, 0);
  const numbers = await takeReceiptNumbers(ctx.numbers, ctx.scope, { prefix: 'KY', year: calendarYear, howMany });
  let taken = 0;
  for (const { pledge, after, signatures, paper } of all) {
    const rows: Parameters<typeof insertSignatures>[3] = [];
    const { version, document } = pledge.plan;
    const { code, title } = document.scoring;
    for (const signature of signatures) {
      const number = receiptNumber('KY', calendarYear, numbers[taken++]!);
      const signedAs = paper?.signedBy ?? ctx.scope.title;
      const { party, capacity, strength, hash } = signature;
      const lines = signingLines({ party, capacity, title: signedAs, name: paper ? '' : name }, federation);
      const receipt: SignatureReceipt = {
        kind: 'signature',
        number,
        at,
        federation: { code: federation.code, name: federation.name },
        unit: { code: pledge.unit.code, name: pledge.unit.name },
        plan: { code, title, version },
        addendum: addendumNumber(pledge.signed, version),
        party,
        capacity,
        as: signedAs,
        ...(lines.name === '' ? {} : { name: lines.name }),
        strength,
        pledgeHash: hash,
      };
      const serverSignature = ctx.signer.sign(hashOf(receipt));
      rows.push({
        unitId: pledge.unit.unitId,
        version,
        party,
        capacity,
        method: strength,
        hash,
        signingLines: lines,
        receiptNumber: number,
        receipt,
        serverSignature,
        evidenceId: paper?.evidenceId ?? null,
        confirmedBy: paper ? ctx.scope.membershipId : null,
        at,
        accountId: ctx.scope.accountId,
        membershipId: ctx.scope.membershipId,
      });
      given.push({ party, capacity, strength, at, receiptNumber: number, hash, serverSignature, receipt });
    }
    const state = pledgeState(after, document.conduct.signing);
    const unitSigned = signatures.some((signature) => signature.party === 'unit');
    await insertSignatures(tx, ctx.scope, year.id, rows);
    await updatePledge(
      tx,
      ctx.scope,
      year.id,
      pledge.row,
      {
        // Until the unit's side is complete the column only remembers whether targets were registered.
        state: state === 'signed' || state === 'countersigned' ? state : pledge.row.state,
        ...(unitSigned && pledge.row.hash === null ? { content: pledge.content, hash: pledge.record.hash } : {}),
      },
      at,
    );
    await recordAudit(tx, ctx.scope, {
      action: paper
        ? 'pledge.confirmPaper'
        : signatures[0]?.party === 'federation'
          ? 'pledge.countersign'
          : 'pledge.sign',
      subject: pledge.unit.name,
      unitId: pledge.unit.unitId,
      yearId: year.id,
      before: { state: pledge.state },
      after: {
        state,
        hash: pledge.record.hash,
        signatures: signatures.map(({ party, capacity, strength }) => ({ party, capacity, strength })),
      },
    });
  }
  return given;
}
