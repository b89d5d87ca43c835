import { planDraftOf } from '@giaouoc/db/queries/plan';
import { currentYear, publishedPlan } from '@giaouoc/db/queries/year';
import { fileNames } from '@giaouoc/documents/words/file-names';
import { Refused } from '../trpc/errors.ts';
import type { FileRoute } from './file-routes.ts';

/** A plan document as JSON, to change by hand what has no form, and to keep: the draft, or a published version. */
export const planFiles: FileRoute[] = [
  {
    url: '/plan/:yearId/:version',
    access: 'plan.read',
    answer: async (ctx, params) => {
      const yearId = params['yearId'] ?? '';
      const version = params['version'] ?? '';
      if (!/^(draft|[1-9][0-9]{0,4})$/.test(version)) throw new Refused('not-found');
      const { year, found } = await ctx.inScope(async (tx) => ({
        year: await currentYear(tx, ctx.scope, yearId),
        found:
          version === 'draft'
            ? await planDraftOf(tx, ctx.scope, yearId)
            : await publishedPlan(tx, ctx.scope, yearId, Number(version)),
      }));
      if (!year || !found) throw new Refused('not-found');
      return {
        body: new TextEncoder().encode(`${JSON.stringify(found.document, null, 2)}\n`),
        mediaType: 'application/json; charset=utf-8',
        name: fileNames.plan(year.code, version === 'draft' ? null : Number(version)),
        immutable: version !== 'draft',
      };
    },
  },
];
