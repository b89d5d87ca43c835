import { getFederation } from '@giaouoc/db/queries/federation';
import { unitKinds } from '@giaouoc/domain/org/kinds';
import { fileNames } from '@giaouoc/documents/words/file-names';
import { getYear } from '../features/year/get-year.ts';
import { Refused } from '../trpc/errors.ts';
import type { FileRoute } from './file-routes.ts';
import { excel } from './media-types.ts';

/** The Excel file to list units in, with the year's blocks and clusters as choices. */
export const unitsTemplateFile: FileRoute = {
  url: '/units-template/:yearId',
  access: 'unit.write',
  answer: async (ctx, params) => {
    const yearId = params['yearId'] ?? '';
    const { year, federation } = await ctx.inScope(async (tx) => ({
      year: await getYear(tx, ctx.scope, yearId),
      federation: await getFederation(tx, ctx.scope),
    }));
    if (!federation) throw new Refused('not-found');
    const body = await ctx.documents.render('units-template', {
      federation: federation.name,
      year: year.title,
      kinds: unitKinds.map((kind) => kind.title),
      blocks: year.blocks.map((block) => block.name),
      clusters: year.clusters.map((cluster) => cluster.name),
      madeAt: ctx.now().toISOString(),
    });
    return { body, mediaType: excel, name: fileNames.units(year.code) };
  },
};
