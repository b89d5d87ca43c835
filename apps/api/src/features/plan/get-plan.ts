import type { z } from 'zod';
import type { Scope, Scoped } from '@giaouoc/db';
import { planDraftOf, planPlaces, planSources, planVersions, publishedCodes } from '@giaouoc/db/queries/plan';
import { currentYear, publishedPlan } from '@giaouoc/db/queries/year';
import { checkDraft } from '@giaouoc/domain/plan/check-draft';
import { Refused } from '../../trpc/errors.ts';
import type { planOutput } from './plan.schema.ts';

/**
 * Everything the page of the plan shows: draft, what it is compared with, its faults, what was published.
 *
 * @throws not-found: no such year
 */
export async function getPlan(tx: Scoped, scope: Scope, yearId: string): Promise<z.infer<typeof planOutput>> {
  const year = await currentYear(tx, scope, yearId);
  if (!year) throw new Refused('not-found');
  const draft = await planDraftOf(tx, scope, yearId);
  const places = await planPlaces(tx, scope, yearId);
  const versions = await planVersions(tx, scope, yearId);
  const sources = await planSources(tx, scope);
  const base = await baseOf(tx, scope, yearId, draft?.basedOnYear ?? null, draft?.basedOnVersion ?? null);
  const { faults, warnings } = draft ? checkDraft(draft.document, places) : { faults: [], warnings: [] };
  return {
    year: { id: year.id, code: year.code, title: year.title, from: year.from, to: year.to, status: year.status },
    ...places,
    draft: draft
      ? {
          document: draft.document,
          revision: draft.revision,
          savedAt: iso(draft.updatedAt),
          savedBy: draft.updatedBy,
        }
      : null,
    base: base && {
      ...base,
      yearTitle:
        base.yearId === yearId ? year.title : (sources.find((one) => one.yearId === base.yearId)?.yearTitle ?? ''),
    },
    faults,
    warnings,
    versions: versions.map((one) => ({ ...one, publishedAt: iso(one.publishedAt) })),
    publishedCodes: await publishedCodes(tx, scope, yearId),
    sources: sources.map((one) => ({ ...one, publishedAt: iso(one.publishedAt) })),
  };
}

/** The latest version of the year itself; before there is one, what the draft was copied from. */
async function baseOf(tx: Scoped, scope: Scope, yearId: string, fromYear: string | null, fromVersion: number | null) {
  const latest = await publishedPlan(tx, scope, yearId);
  const origin = fromYear !== null && fromVersion !== null ? { yearId: fromYear, version: fromVersion } : null;
  const base = latest ? { yearId, version: latest.version } : origin;
  const found = latest ?? (origin && (await publishedPlan(tx, scope, origin.yearId, origin.version)));
  return base && found ? { ...base, document: found.document } : null;
}

/** An instant of PostgreSQL's as ISO 8601. */
export const iso = (at: string): string => new Date(at).toISOString();
