import { and, asc, desc, eq, sql } from 'drizzle-orm';
import {
  block,
  cluster,
  federation,
  membership,
  planDraft,
  planLine,
  planStage,
  planVersion,
  year,
  yearUnit,
} from '../schema/index.ts';
import { kindOf, verifyingStages, type PlanDocument } from '@giaouoc/domain/plan/index';
import type { Line } from '@giaouoc/domain/year-file/index';
import type { Scope, Scoped } from '../scope.ts';

export type DraftRow = {
  document: PlanDocument;
  basedOnYear: string | null;
  basedOnVersion: number | null;
  revision: number;
  updatedAt: string;
  /** Title of whoever changed it last. */
  updatedBy: string | null;
};

/** The plan being written for a year. Whoever changes it holds the year's row (lockYear). */
export async function planDraftOf(tx: Scoped, scope: Scope, yearId: string): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select({
      document: planDraft.document,
      basedOnYear: planDraft.basedOnYear,
      basedOnVersion: planDraft.basedOnVersion,
      revision: planDraft.revision,
      updatedAt: planDraft.updatedAt,
      updatedBy: membership.title,
    })
    .from(planDraft)
    .leftJoin(
      membership,
      and(eq(membership.federationId, planDraft.federationId), eq(membership.id, planDraft.updatedBy)),
    )
    .where(and(eq(planDraft.federationId, scope.federationId), eq(planDraft.yearId, yearId)));
  return row;
}

export type NewDraft = {
  yearId: string;
  document: PlanDocument;
  basedOnYear?: string | null;
  basedOnVersion?: number | null;
  at: Date;
};

/** Stores the draft for the first time (revision 1) or in place of the one before; gives its revision. */
export async function storePlanDraft(tx: Scoped, scope: Scope, draft: NewDraft): Promise<number> {
  const { yearId, document, basedOnYear, basedOnVersion, at } = draft;
  const based = basedOnYear === undefined ? {} : { basedOnYear, basedOnVersion: basedOnVersion ?? null };
  const changed = { document, updatedBy: scope.membershipId, updatedAt: at.toISOString(), ...based };
  const [row] = await tx
    .insert(planDraft)
    .values({ federationId: scope.federationId, yearId, ...changed })
    .onConflictDoUpdate({
      target: [planDraft.federationId, planDraft.yearId],
      set: { ...changed, revision: sql`${planDraft.revision} + 1` },
    })
    .returning({ revision: planDraft.revision });
  if (!row) throw new Error('the draft was not stored');
  return row.revision;
}

export type VersionRow = {
  version: number;
  hash: string;
  engine: string;
  note: string | null;
  /** Whether units were asked to sign it. */
  needsSignature: boolean;
  publishedAt: string;
  /** Title of whoever published it. */
  publishedBy: string | null;
};

/** The published versions of a year, newest first, without their documents. */
export function planVersions(tx: Scoped, scope: Scope, yearId: string): Promise<VersionRow[]> {
  return tx
    .select({
      version: planVersion.version,
      hash: planVersion.hash,
      engine: planVersion.engine,
      note: planVersion.note,
      needsSignature: planVersion.needsSignature,
      publishedAt: planVersion.publishedAt,
      publishedBy: membership.title,
    })
    .from(planVersion)
    .leftJoin(
      membership,
      and(eq(membership.federationId, planVersion.federationId), eq(membership.id, planVersion.publishedBy)),
    )
    .where(and(eq(planVersion.federationId, scope.federationId), eq(planVersion.yearId, yearId)))
    .orderBy(desc(planVersion.version));
}

/** The documents of all versions of a year, oldest first: what a new version may not contradict. */
export function planDocuments(
  tx: Scoped,
  scope: Scope,
  yearId: string,
): Promise<{ version: number; document: PlanDocument }[]> {
  return tx
    .select({ version: planVersion.version, document: planVersion.document })
    .from(planVersion)
    .where(and(eq(planVersion.federationId, scope.federationId), eq(planVersion.yearId, yearId)))
    .orderBy(asc(planVersion.version));
}

/** Every line code ever published in a year: it keeps its meaning, also while no version has it. */
export async function publishedCodes(tx: Scoped, scope: Scope, yearId: string): Promise<string[]> {
  const rows = await tx
    .select({ code: planLine.code })
    .from(planLine)
    .where(and(eq(planLine.federationId, scope.federationId), eq(planLine.yearId, yearId)))
    .orderBy(planLine.position);
  return rows.map(({ code }) => code);
}

export type PlanSourceRow = { yearId: string; yearTitle: string; version: number; publishedAt: string };

/** The latest published version of each year: what a draft can begin as a copy of. Newest year first. */
export function planSources(tx: Scoped, scope: Scope): Promise<PlanSourceRow[]> {
  return tx
    .select({
      yearId: year.id,
      yearTitle: year.title,
      version: planVersion.version,
      publishedAt: planVersion.publishedAt,
    })
    .from(year)
    .innerJoin(
      planVersion,
      and(
        eq(planVersion.federationId, year.federationId),
        eq(planVersion.yearId, year.id),
        eq(planVersion.version, year.planVersion),
      ),
    )
    .where(eq(year.federationId, scope.federationId))
    .orderBy(desc(year.from));
}

/** The blocks of a year in their order. */
export function planBlocks(tx: Scoped, scope: Scope, yearId: string): Promise<{ code: string; name: string }[]> {
  return tx
    .select({ code: block.code, name: block.name })
    .from(block)
    .where(and(eq(block.federationId, scope.federationId), eq(block.yearId, yearId)))
    .orderBy(block.position);
}

/** How many units take part in each block and cluster of a year; for officers, since a unit counts only itself. */
export async function planPlaces(tx: Scoped, scope: Scope, yearId: string) {
  const taking = sql<number>`count(${yearUnit.unitId}) filter (where not ${yearUnit.leftOut})::int`;
  const inBlock = and(
    eq(yearUnit.federationId, block.federationId),
    eq(yearUnit.yearId, block.yearId),
    eq(yearUnit.blockCode, block.code),
  );
  const inCluster = and(
    eq(yearUnit.federationId, cluster.federationId),
    eq(yearUnit.yearId, cluster.yearId),
    eq(yearUnit.clusterCode, cluster.code),
  );
  const blocks = await tx
    .select({ code: block.code, name: block.name, units: taking })
    .from(block)
    .leftJoin(yearUnit, inBlock)
    .where(and(eq(block.federationId, scope.federationId), eq(block.yearId, yearId)))
    .groupBy(block.code, block.name, block.position)
    .orderBy(block.position);
  const clusters = await tx
    .select({ code: cluster.code, name: cluster.name, units: taking })
    .from(cluster)
    .leftJoin(yearUnit, inCluster)
    .where(and(eq(cluster.federationId, scope.federationId), eq(cluster.yearId, yearId)))
    .groupBy(cluster.code, cluster.name, cluster.position)
    .orderBy(cluster.position);
  return { blocks, clusters };
}

/** The code that names the federation in codes of its plans. */
export async function federationCode(tx: Scoped, scope: Scope): Promise<string> {
  const [row] = await tx
    .select({ code: federation.code })
    .from(federation)
    .where(eq(federation.id, scope.federationId));
  if (!row) throw new Error('a scope without its federation');
  return row.code;
}

export type PublishedRow = {
  yearId: string;
  version: number;
  document: PlanDocument;
  hash: string;
  engine: string;
  note: string | null;
  needsSignature: boolean;
  at: Date;
  /** In plan order. */
  lines: readonly Pick<Line, 'code' | 'title' | 'kind'>[];
};

/**
 * Stores a published version, its lines and stages for foreign keys, and makes it the one that scores the year. The lines of
 * earlier versions stay, since figures point at them; their titles and places follow. Their stages stay too, since layers
 * point at them.
 */
export async function storePlanVersion(tx: Scoped, scope: Scope, published: PublishedRow): Promise<void> {
  const { yearId, version, document, hash, engine, note, needsSignature, at, lines } = published;
  const { federationId } = scope;
  await tx.insert(planVersion).values({
    federationId,
    yearId,
    version,
    document,
    hash,
    engine,
    note,
    needsSignature,
    publishedBy: scope.membershipId,
    publishedAt: at.toISOString(),
  });
  if (lines.length > 0)
    await tx
      .insert(planLine)
      .values(lines.map((line, position) => ({ federationId, yearId, ...line, position, sinceVersion: version })))
      .onConflictDoUpdate({
        target: [planLine.federationId, planLine.yearId, planLine.code],
        set: { title: sql`excluded.title`, position: sql`excluded.position` },
      });
  const { stages } = document.conduct;
  const verifying = verifyingStages(document.conduct);
  const kinds = new Map([
    ...verifying.map((code) => [code, 'federation'] as const),
    ...stages.map((stage) => [stage.code, kindOf(stage)] as const),
  ]);
  await tx
    .insert(planStage)
    .values([...kinds].map(([code, kind]) => ({ federationId, yearId, code, kind, sinceVersion: version })))
    .onConflictDoNothing();
  await tx
    .update(year)
    .set({ planVersion: version, verifyingStages: verifying })
    .where(and(eq(year.federationId, federationId), eq(year.id, yearId)));
}
