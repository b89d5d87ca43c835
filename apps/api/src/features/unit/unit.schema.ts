import { z } from 'zod';
import { roles } from '@giaouoc/domain/access/index';
import { number as yearFileNumber } from '@giaouoc/domain/schema/primitives';
import { codeOf, day, line, reference, typed } from '../../trpc/text-input.ts';
import { notAssignedOutput } from '../../year/not-assigned.ts';
import { clientId } from '../../trpc/write-once.ts';
import { revision } from '../federation/federation.schema.ts';
import { yearId } from '../year/year.schema.ts';

const unitId = z.uuid();
/** As in the year file and on paper: plain letters, digits, dots and hyphens. */
export const unitCode = codeOf(/^[0-9A-Za-z][0-9A-Za-z._-]*$/, 40);

const facts = { code: unitCode, name: line(200), kind: line(60), foundedOn: day.nullable() };
const place = {
  blockCode: reference(80, 1),
  clusterCode: reference(80, 1).nullable(),
  /** Since when it takes part: counts for those founded during the year. */
  activeSince: day.nullable(),
  /** Last year's total, where a plan ranks by progress. */
  previousTotal: yearFileNumber.nullable(),
};

export const listInput = z.object({
  yearId: yearId.optional(),
  /** Words of code or name, accents optional. */
  search: typed(200).optional(),
  blockCode: reference(80).optional(),
  clusterCode: reference(80).optional(),
  show: z.enum(['present', 'leftOut', 'archived', 'all']).default('present'),
  page: z.int().min(1).max(1000).default(1),
});
export type ListInput = z.infer<typeof listInput>;

/** How far somebody is on the way in. */
export const invitationStates = ['none', 'waiting', 'expired', 'used'] as const;
export const personOutput = z.object({
  membershipId: z.uuid(),
  role: z.enum(roles),
  title: z.string(),
  phone: z.string().nullable(),
  /** What they sign in with; null until they have chosen it. */
  userName: z.string().nullable(),
  proposedName: z.string().nullable(),
  /** Can sign in. */
  activated: z.boolean(),
  invitation: z.enum(invitationStates),
  revision: z.int(),
});
export type PersonOutput = z.infer<typeof personOutput>;

export const unitOutput = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  foundedOn: z.string().nullable(),
  archived: z.boolean(),
  archivedAt: z.string().nullable(),
  revision: z.int(),
  place: z
    .object({
      blockCode: z.string(),
      clusterCode: z.string().nullable(),
      activeSince: z.string().nullable(),
      previousTotal: z.string().nullable(),
      leftOut: z.boolean(),
      leftOutReason: z.string().nullable(),
      leftOutAt: z.string().nullable(),
      revision: z.int(),
    })
    .nullable(),
  people: z.array(personOutput),
});
export const listOutput = z.object({
  yearId,
  /** On this page, in vi-VN order of names. */
  units: z.array(unitOutput),
  /** How many there are on all pages. */
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  /** Everyone without a way in yet, whatever page they are on: whom to invite. */
  uninvited: z.array(z.uuid()),
});
export const getInput = z.object({ yearId: yearId.optional(), unitId });

export const addInput = z.object({ clientId, yearId, ...facts, ...place });
export type AddInput = z.infer<typeof addInput>;
export const changeInput = z.object({ clientId, unitId, revision, ...facts });
export type ChangeInput = z.infer<typeof changeInput>;
/** `revision` is the place's; null gives a unit its first place in the year. */
export const placeInput = z.object({ clientId, yearId, unitId, revision: revision.nullable(), ...place });
export type PlaceInput = z.infer<typeof placeInput>;
export const leaveOutInput = z.object({ clientId, yearId, unitId, revision, reason: line(500) });
export type LeaveOutInput = z.infer<typeof leaveOutInput>;
export const takeBackInput = z.object({ clientId, yearId, unitId, revision });
export type TakeBackInput = z.infer<typeof takeBackInput>;
export const archiveInput = z.object({ clientId, unitId, revision });
export type ArchiveInput = z.infer<typeof archiveInput>;

const lineCode = reference(80, 1);
export const assignInput = z.object({
  clientId,
  yearId,
  unitId,
  lines: z.array(lineCode).min(1).max(1000),
  reason: line(500),
});
export type AssignInput = z.infer<typeof assignInput>;
export const linesInput = z.object({ yearId: yearId.optional(), unitId });
export const linesOutput = z.object({
  notAssigned: z.array(notAssignedOutput),
  /** Lines that are the unit's, in plan order. */
  lines: z.array(
    z.object({
      line: z.string(),
      title: z.string(),
      max: z.string(),
      /** Title of the top-level group it stands under. */
      group: z.string(),
      /** Something of it was sent. */
      sent: z.boolean(),
    }),
  ),
});

export const writtenOutput = z.object({ unitId });
