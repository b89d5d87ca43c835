import { getFederation, type FederationRow } from '@giaouoc/db/queries/federation';
import type { RankingWithDetails } from '@giaouoc/documents/ranking-sheet';
import { fileNames } from '@giaouoc/documents/words/file-names';
import { rankingWordsOf } from '@giaouoc/documents/words/ranking-words';
import { yearRows } from '@giaouoc/db/queries/unit-year';
import { assembleYear } from '@giaouoc/domain/progress/index';
import { openSnapshot, type OpenSnapshot } from '../features/ranking/get-ranking.ts';
import { yearInputOf } from '../scoring/year-input.ts';
import { runningYear, type RunningYear } from '../year/running-year.ts';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import type { FileRoute } from './file-routes.ts';
import { yearOf } from './ids.ts';
import { excel, pdf } from './media-types.ts';

/** A snapshot with the words its papers are made of: the PDF and the Excel file come from this one value (S6). */
function rankingOf(year: RunningYear, federation: FederationRow, snapshot: OpenSnapshot): RankingWithDetails {
  return rankingWordsOf({ year: year.title, federation, ...snapshot });
}

async function open(ctx: Member, params: Record<string, string>, query: Record<string, string>) {
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, yearOf(query));
    const [federation, snapshot] = await Promise.all([
      getFederation(tx, ctx.scope),
      openSnapshot(tx, ctx, year, params['snapshotId'] ?? ''),
    ]);
    if (!federation || !snapshot) throw new Refused('not-found');
    return { snapshot, ranking: rankingOf(year, federation, snapshot) };
  });
}

export const rankingPdf: FileRoute = {
  url: '/rankings/:snapshotId/ranking.pdf',
  access: 'ranking.read',
  answer: async (ctx, params, query) => {
    const { snapshot, ranking } = await open(ctx, params, query);
    return {
      body: await ctx.documents.render('ranking-table', ranking),
      mediaType: pdf,
      name: fileNames.ranking(snapshot.facts.number, 'pdf'),
      inline: true,
    };
  },
};

export const rankingExcel: FileRoute = {
  url: '/rankings/:snapshotId/ranking.xlsx',
  access: 'ranking.read',
  answer: async (ctx, params, query) => {
    const { snapshot, ranking } = await open(ctx, params, query);
    return {
      body: await ctx.documents.render('ranking-sheet', ranking),
      mediaType: excel,
      name: fileNames.ranking(snapshot.facts.number, 'xlsx'),
    };
  },
};

const asJson = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** The year file of a snapshot: what `giaouoc score` gives the same digest for. */
export const snapshotYearFile: FileRoute = {
  url: '/rankings/:snapshotId/year.json',
  access: 'yearFile.export',
  answer: async (ctx, params, query) => {
    const { snapshot } = await open(ctx, params, query);
    return { body: asJson(snapshot.file), mediaType: 'application/json', name: `${snapshot.facts.number}.year.json` };
  },
};

/** The year file of the running year as what counts makes it now. */
export const runningYearFile: FileRoute = {
  url: '/year.json',
  access: 'yearFile.export',
  answer: async (ctx, _params, query) => {
    const { year, file } = await ctx.inScope(async (tx) => {
      const found = await runningYear(tx, ctx.scope, yearOf(query));
      return {
        year: found,
        file: assembleYear(yearInputOf(found, await yearRows(tx, ctx.scope, found.id)), 'verified').year,
      };
    });
    return { body: asJson(file), mediaType: 'application/json', name: `${year.code}.year.json` };
  },
};
