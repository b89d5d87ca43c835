import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { trailRoles } from '@giaouoc/domain/access/roles';
import type { Json } from '@giaouoc/domain/hash/index';
import { receiptKinds } from '@giaouoc/domain/report/index';
import { appRole, createdAt, federationId, has, instant, isOneOf, oneOf, ownerRole, walls } from './columns.ts';

const here = sql`federation_id = (select app.federation_id())`;

/**
 * Who did what, as what, before and after (R5), written in the transaction of the change. Append-only: there is no
 * right to update or delete, for anyone. Everyone of the federation may add (as themselves), a unit reads its own.
 */
export const auditEvent = pgTable(
  'audit_event',
  {
    federationId: federationId(),
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    at: createdAt(),
    accountId: uuid(),
    membershipId: uuid(),
    role: oneOf(trailRoles).notNull(),
    title: text().notNull(),
    /** The unit the change is about, not necessarily the one that made it. */
    unitId: uuid(),
    yearId: uuid(),
    action: text().notNull(),
    subject: text().notNull(),
    before: jsonb().$type<Json>(),
    after: jsonb().$type<Json>(),
    requestId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    isOneOf('audit_event_role', t.role, trailRoles),
    index('audit_of_unit').on(t.federationId, t.unitId, t.id),
    pgPolicy('owner', {
      for: 'all',
      to: ownerRole,
      using: sql`(select app.platform()) or ${here}`,
      withCheck: sql`(select app.platform()) or ${here}`,
    }),
    pgPolicy('members_read', {
      for: 'select',
      to: appRole,
      using: sql`${here} and (${has('federation.see')} or unit_id = (select app.own_unit()))`,
    }),
    pgPolicy('everyone_adds_as_themselves', {
      for: 'insert',
      to: appRole,
      withCheck: sql`${here} and account_id is not distinct from (select app.account_id()) and role = (select app.role())`,
    }),
  ],
);

/**
 * Seals of the audit chain (R5): each carries the leaves of a run of events and the head they lead to, signed. Append-only, written by
 * the job of the owner's role alone. No two seals begin where the same one ended, so a chain never forks.
 */
export const auditSeal = pgTable(
  'audit_seal',
  {
    federationId: federationId(),
    /** The first and the last event sealed. */
    fromId: bigint({ mode: 'number' }).notNull(),
    toId: bigint({ mode: 'number' }).notNull(),
    /** The head before and after, 64 hex digits. */
    previous: text().notNull(),
    head: text().notNull(),
    at: instant().notNull(),
    /** Id and leaf of each event, rising. */
    events: jsonb().$type<[number, string][]>().notNull(),
    /** Ed25519, base64. */
    signature: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.toId] }),
    unique('audit_seal_previous').on(t.federationId, t.previous),
    check('audit_seal_range', sql`${t.fromId} <= ${t.toId}`),
    check('audit_seal_hex', sql`${t.previous} ~ '^[0-9a-f]{64}$' and ${t.head} ~ '^[0-9a-f]{64}$'`),
    ...walls({ unitReads: 'none', unitWrites: 'none', writes: 'nobody' }),
  ],
);

/** Every write with the client's id (R2): the same id with the same content answers as the first time. */
export const write = pgTable(
  'write',
  {
    federationId: federationId(),
    accountId: uuid().notNull(),
    clientId: uuid().notNull(),
    action: text().notNull(),
    contentHash: text().notNull(),
    answer: jsonb().$type<Json>(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.accountId, t.clientId] }),
    // For the clean-up alone. Rows come in the order of their time, which makes this kind of index next to nothing.
    index('write_by_time').using('brin', t.at),
    pgPolicy('owner', {
      for: 'all',
      to: ownerRole,
      using: sql`(select app.platform()) or ${here}`,
      withCheck: sql`(select app.platform()) or ${here}`,
    }),
    pgPolicy('own_writes', {
      for: 'all',
      to: appRole,
      using: sql`${here} and account_id = (select app.account_id())`,
      withCheck: sql`${here} and account_id = (select app.account_id())`,
    }),
  ],
);

/** Running numbers of receipts, per federation, kind and calendar year. */
export const receiptCounter = pgTable(
  'receipt_counter',
  {
    federationId: federationId(),
    prefix: oneOf(receiptKinds).notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.prefix, t.year] }),
    isOneOf('receipt_counter_prefix', t.prefix, receiptKinds),
    ...walls({ unitReads: 'none', unitWrites: 'none', writes: 'nobody' }),
  ],
);
