import { evidenceById } from '@giaouoc/db/queries/evidence';
import { Refused } from '../trpc/errors.ts';
import type { FileRoute } from './file-routes.ts';

/** One piece of evidence, as it is stored. Row-level security decides whose it is. */
export const evidenceFile: FileRoute = {
  url: '/evidence/:id',
  access: 'evidence.read',
  answer: async (ctx, params) => {
    const row = await ctx.inScope((tx) => evidenceById(tx, ctx.scope, params['id'] ?? ''));
    if (!row) throw new Refused('not-found');
    const inline = row.mediaType.startsWith('image/') || row.mediaType === 'application/pdf';
    const body = async () => {
      const file = await ctx.store.get(ctx.scope.federationId, row.sha256);
      if (!file) throw new Refused('not-found');
      return file.stream;
    };
    return { body, mediaType: row.mediaType, name: row.name, inline, etag: row.sha256 };
  },
};
