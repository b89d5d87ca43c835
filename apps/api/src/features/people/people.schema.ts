import { z } from 'zod';
import { federationRoles, unitRoles } from '@giaouoc/domain/access/index';
import { line, typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { revision } from '../federation/federation.schema.ts';
import { personOutput } from '../unit/unit.schema.ts';

const membershipId = z.uuid();
const facts = {
  /** As on papers: name and office, or the office alone. */
  title: line(120),
  /** Where the federation reaches the person, as typed; empty for none. */
  phone: typed(40).optional(),
};

/** Without a unit: the federation's own people. */
export const listInput = z.object({ unitId: z.uuid().optional() });
export const listOutput = z.array(personOutput);

export const addInput = z.object({
  clientId,
  unitId: z.uuid().nullable(),
  role: z.enum([...unitRoles, ...federationRoles]),
  ...facts,
  /** Proposed on the invitation; the person may choose another. */
  proposedName: typed(100).optional(),
});
export type AddInput = z.infer<typeof addInput>;
export const changeInput = z.object({ clientId, membershipId, revision, ...facts });
export type ChangeInput = z.infer<typeof changeInput>;
export const endInput = z.object({ clientId, membershipId, revision });
export type EndInput = z.infer<typeof endInput>;

export const writtenOutput = z.object({ membershipId });
