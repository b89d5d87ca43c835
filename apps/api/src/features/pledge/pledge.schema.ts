import { z } from 'zod';
import {
  capacities,
  parties,
  pledgeStates,
  strengths,
  type PledgeContent,
  type SignatureReceipt,
} from '@giaouoc/domain/pledge/index';
import type { Line } from '@giaouoc/domain/year-file/index';
import { day, line, paragraph, reference, typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { planRules } from '../plan/plan-rules.schema.ts';
import { presenceInput } from '../../presence/prove-presence.ts';

const code = reference(80, 1);
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const stored = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
/** A page may leave it to the API which year it shows; a write names it. */
const shownYear = z.uuid().optional();
const yearId = z.uuid();
const reason = paragraph(1000);
/** Full name to stand under the signature on paper; without it only the capacity stands there. */
const signerName = line(120, 0).optional();

export const mineInput = z.object({ yearId: shownYear });
export const listInput = z.object({ yearId: shownYear });
export const ofInput = z.object({ yearId: shownYear, unitId: z.uuid() });
export const offerInput = z.object({ clientId, yearId });
export const offerAgainInput = z.object({ clientId, yearId, unitId: z.uuid() });
export const setTargetsInput = z.object({
  clientId,
  yearId,
  targets: z
    .array(
      z.object({
        line: code,
        /** As typed; `means` answers which reading of an ambiguous number was meant. */
        typed: typed(60),
        means: typed(40).optional(),
      }),
    )
    .min(1)
    .max(200),
});
export const signInput = z.object({
  clientId,
  yearId,
  version: z.number().int().min(1),
  hash,
  name: signerName,
  presence: presenceInput,
});
export const declineInput = z.object({ clientId, yearId, reason });
export const sendPaperInput = z.object({
  clientId,
  yearId,
  /** The unit, when the officer scans a sheet in its place. */
  unitId: z.uuid().optional(),
  evidenceId: z.uuid(),
  signedOn: day,
  /** Capacity as it stands on the sheet: "Chủ tịch CĐCS". */
  signedBy: line(200),
});
export const confirmPaperInput = z.object({ clientId, yearId, unitId: z.uuid(), hash });
export const refusePaperInput = z.object({ clientId, yearId, unitId: z.uuid(), reason });
export const countersignInput = z.object({
  clientId,
  yearId,
  pledges: z
    .array(z.object({ unitId: z.uuid(), hash }))
    .min(1)
    .max(500),
  name: signerName,
  presence: presenceInput,
});
export const checkInput = z.object({ hash });

export const signatureOutput = z.object({
  party: z.enum(parties),
  capacity: z.enum(capacities),
  strength: z.enum(strengths),
  at: z.string(),
  receiptNumber: z.string(),
  hash: z.string(),
  serverSignature: z.string(),
  receipt: stored<SignatureReceipt>(),
});
export type SignatureOutput = z.infer<typeof signatureOutput>;

export const targetLineOutput = z.object({
  line: stored<Line>(),
  rule: z.string(),
  title: z.string(),
  target: z.string().nullable(),
  floor: z.string().nullable(),
  lowerIsBetter: z.boolean(),
  help: z.string().nullable(),
});

export const pledgeOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string() }),
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string(), blockName: z.string() }),
  version: z.number().int(),
  /** The newest published version; it scores everyone, whatever is signed. */
  latestVersion: z.number().int(),
  /** "Giao ước thi đua", "Phụ lục giao ước số 1". */
  name: z.string(),
  state: z.enum(pledgeStates),
  stateWords: z.string(),
  /** Of an addendum: the version it follows, what changed since for this unit, in words, and what the publisher wrote. */
  addendum: z
    .object({
      after: z.number().int(),
      changes: z.array(z.string()),
      notes: z.array(z.object({ version: z.number().int(), note: z.string() })),
    })
    .nullable(),
  /** The name to propose under the asking person's signature: the one they gave last. */
  signerName: z.string(),
  hash: z.string(),
  content: stored<PledgeContent>(),
  /** Every pledged line in words, in plan order, by top-level group. */
  lines: z.array(
    z.object({
      line: z.string(),
      title: z.string(),
      group: z.string(),
      kind: z.enum(['target', 'task']),
      /** What is in a bonus or penalty group is neither a target nor a task that is asked for. */
      role: z.enum(['base', 'bonus', 'penalty', 'fact']),
      max: z.string(),
      rule: z.string(),
      /** The rule in a few words, for a card. */
      brief: z.string(),
      /** What it asks for, in a few words; null where the unit sets it itself or no few words say it. */
      goal: z.string().nullable(),
      /** The text that asks for this line. */
      basis: z.string().nullable(),
      target: z.string().nullable(),
    }),
  ),
  /** What decides grade and rank beside the points, in sentences, as the plan in force has it; not part of what is signed. */
  rules: planRules,
  own: z.array(targetLineOutput),
  targetsLeft: z.array(z.string()),
  signatures: z.array(signatureOutput),
  /** Who has still to sign. */
  left: z.array(z.object({ party: z.string(), capacity: z.string() })),
  /** The capacity in which the asking person may sign now, if any. */
  maySignAs: z.string().nullable(),
  mayDecline: z.boolean(),
  paper: z
    .object({
      id: z.uuid(),
      evidenceId: z.uuid(),
      mediaType: z.string(),
      signedOn: z.string(),
      signedBy: z.string(),
      sentAt: z.string(),
      state: z.string(),
      refusedReason: z.string().nullable(),
    })
    .nullable(),
  declinedReason: z.string().nullable(),
  /** ISO instant by which signatures are asked for. */
  due: z.string().nullable(),
  checkUrl: z.string(),
});
export type PledgeOutput = z.infer<typeof pledgeOutput>;

/** A pledge or addendum the unit's side has signed: listed and printable as long as the year is. */
export const signedPaper = z.object({
  version: z.number().int(),
  name: z.string(),
  stateWords: z.string(),
  hash: z.string(),
  signedAt: z.string(),
  countersignedAt: z.string().nullable(),
  checkUrl: z.string(),
});
export const papersOutput = z.array(signedPaper);
export type SignedPaper = z.infer<typeof signedPaper>;

export const boardRow = z.object({
  unitId: z.uuid(),
  code: z.string(),
  name: z.string(),
  blockCode: z.string(),
  blockName: z.string(),
  state: z.enum(pledgeStates).nullable(),
  stateWords: z.string(),
  /** The version signed before the one to sign, and whether its addendum is still to come. */
  signedBefore: z.number().int().nullable(),
  awaitsAddendum: z.boolean(),
  /** Has the unit a signed pledge in force, of this version or of an earlier one? */
  pledged: z.boolean(),
  /** What the federation can countersign now: this version's pledge or, before that, an earlier one. */
  toCountersign: z.object({ hash: z.string(), version: z.number().int() }).nullable(),
  hash: z.string().nullable(),
  signedAt: z.string().nullable(),
  countersignedAt: z.string().nullable(),
  strength: z.enum(strengths).nullable(),
  late: z.boolean(),
  declinedReason: z.string().nullable(),
  paperEvidenceId: z.string().nullable(),
  targetsLeft: z.number().int(),
});
export const boardOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string() }),
  /** The version whose pledge is signed today, and the one that scores everyone. */
  version: z.number().int(),
  latestVersion: z.number().int(),
  signerName: z.string(),
  due: z.string().nullable(),
  rows: z.array(boardRow),
});
export type BoardOutput = z.infer<typeof boardOutput>;

export const setTargetsOutput = z.object({
  hash: z.string(),
  faults: z.array(z.object({ line: z.string(), code: z.string(), detail: z.record(z.string(), z.unknown()) })),
});

export const checkOutput = z
  .object({
    federationName: z.string(),
    unitName: z.string(),
    planTitle: z.string(),
    yearTitle: z.string(),
    version: z.number().int(),
    state: z.enum(pledgeStates),
    hash: z.string(),
    signatures: z.array(
      z.object({
        party: z.string(),
        capacity: z.string(),
        strength: z.string(),
        at: z.string(),
        receiptNumber: z.string(),
      }),
    ),
  })
  .nullable();
