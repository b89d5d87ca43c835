import { getFederation } from '@giaouoc/db/queries/federation';
import type { SoFarBoard } from '@giaouoc/documents/so-far-board';
import { fileNames } from '@giaouoc/documents/words/file-names';
import { soFarWordsOf } from '@giaouoc/documents/words/so-far-words';
import { soFarAsSeen } from '../features/ranking/get-so-far.ts';
import { runningYear } from '../year/running-year.ts';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import type { FileRoute } from './file-routes.ts';
import { yearOf } from './ids.ts';
import { excel, pdf } from './media-types.ts';

/** The board somebody saw, as its papers say it: PDF and Excel are made from this one value (S6). */
async function boardOf(
  ctx: Member,
  params: Record<string, string>,
  query: Record<string, string>,
): Promise<SoFarBoard> {
  const yearId = yearOf(query);
  const digest = params['digest'] ?? '';
  if (yearId === undefined || !/^[0-9a-f]{64}$/.test(digest)) throw new Refused('not-found');
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, yearId);
    const [federation, seen] = await Promise.all([
      getFederation(tx, ctx.scope),
      soFarAsSeen(tx, ctx, year, `sha256:${digest}`),
    ]);
    if (!federation) throw new Refused('not-found');
    return soFarWordsOf({ ...seen, year: year.title, federation });
  });
}

export const soFarFiles: FileRoute[] = [
  {
    url: '/so-far/:digest/board.pdf',
    access: 'ranking.read',
    answer: async (ctx, params, query) => {
      const board = await boardOf(ctx, params, query);
      return {
        body: await ctx.documents.render('so-far-table', board),
        mediaType: pdf,
        name: fileNames.soFar(board.number, 'pdf'),
        inline: true,
      };
    },
  },
  {
    url: '/so-far/:digest/board.xlsx',
    access: 'ranking.read',
    answer: async (ctx, params, query) => {
      const board = await boardOf(ctx, params, query);
      return {
        body: await ctx.documents.render('so-far-sheet', board),
        mediaType: excel,
        name: fileNames.soFar(board.number, 'xlsx'),
      };
    },
  },
];
