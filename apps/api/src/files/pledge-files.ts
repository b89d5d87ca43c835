import { fileNames } from '@giaouoc/documents/words/file-names';
import { pledgeBookOf, pledgeSheetOf, type PledgeFacts } from '@giaouoc/documents/words/pledge-words';
import { signingBoardOf } from '@giaouoc/documents/words/signing-board-words';
import { loadPledges, type LoadedPledges } from '../features/pledge/load-pledges.ts';
import type { LoadedPledge } from '../features/pledge/loaded-pledge.ts';
import { addendumOf, checkUrlOf, nameOf, numberOf, presentBoard } from '../features/pledge/present-pledge.ts';
import { runningYear, type RunningYear } from '../year/running-year.ts';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import type { FileRoute } from './file-routes.ts';
import { yearOf } from './ids.ts';
import { pdf } from './media-types.ts';

/** What is known of one pledge, for the words of its paper. */
function factsOf(year: RunningYear, loaded: LoadedPledges, pledge: LoadedPledge, ctx: Member): PledgeFacts {
  const { federation } = loaded;
  const before = loaded.earlier.findLast(
    (one) => one.unit.unitId === pledge.unit.unitId && one.row.version < pledge.row.version,
  );
  return {
    federation,
    year,
    name: nameOf(pledge),
    number: numberOf(pledge),
    content: pledge.content,
    document: pledge.plan.document,
    addendum: addendumOf({ pledge, before }, loaded.versions),
    hash: pledge.record.hash,
    signatures: pledge.signatures.map((row) => ({
      party: row.party,
      capacity: row.capacity,
      strength: row.method,
      hash: row.hash,
      at: row.at,
      receiptNumber: row.receiptNumber,
      signingLines: row.signingLines,
      title: row.receipt.as,
    })),
    signedOnPaper: pledge.paper?.state === 'confirmed' ? pledge.paper.signedOn : null,
    checkUrl: checkUrlOf(ctx.publicUrl, pledge.record.hash),
    changedAt: pledge.row.changedAt,
  };
}

/** Papers of the version to sign, or of the version that the address names and the unit has signed. */
async function sheets(ctx: Member, query: Record<string, string>, unitIds?: string[]) {
  const version = versionOf(query);
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, yearOf(query));
    const loaded = await loadPledges(tx, ctx.scope, year, unitIds ? { unitIds, leftOut: true } : {});
    const wanted = [...loaded.earlier, ...loaded.pledges].filter(
      ({ row }) => row.version === (version ?? loaded.toSign),
    );
    const [first] = wanted;
    if (!first) throw new Refused('pledge-not-offered');
    const facts = wanted.map((pledge) => factsOf(year, loaded, pledge, ctx));
    return {
      year,
      name: fileNames.pledge(nameOf(first), year.code, first.unit.name),
      sheets: facts.map(pledgeSheetOf),
    };
  });
}

/** The version asked for in the address, if any. */
function versionOf(query: Record<string, string>): number | undefined {
  const text = query['version'];
  if (text === undefined) return undefined;
  if (!/^[1-9][0-9]{0,4}$/.test(text)) throw new Refused('not-found');
  return Number(text);
}

/** The own unit's pledge. */
export const ownPledgeFile: FileRoute = {
  url: '/pledge.pdf',
  access: 'pledge.readOwn',
  answer: async (ctx, _params, query) => {
    if (!ctx.scope.unitId) throw new Refused('not-allowed');
    const {
      name,
      sheets: [sheet],
    } = await sheets(ctx, query, [ctx.scope.unitId]);
    return {
      body: await ctx.documents.render('pledge-sheet', sheet!),
      mediaType: pdf,
      name,
      inline: true,
    };
  },
};

/** One unit's pledge, for the officer. */
export const pledgeFile: FileRoute = {
  url: '/pledges/:unitId/pledge.pdf',
  access: 'pledge.read',
  answer: async (ctx, params, query) => {
    const {
      name,
      sheets: [sheet],
    } = await sheets(ctx, query, [params['unitId'] ?? '']);
    return {
      body: await ctx.documents.render('pledge-sheet', sheet!),
      mediaType: pdf,
      name,
      inline: true,
    };
  },
};

/** All pledges in one file, to print before the conference. */
export const pledgesFile: FileRoute = {
  url: '/pledges.pdf',
  access: 'pledge.read',
  answer: async (ctx, _params, query) => {
    const { year, sheets: all } = await sheets(ctx, query);
    const book = pledgeBookOf(year.title, all, ctx.now());
    return {
      body: await ctx.documents.render('pledge-book', book),
      mediaType: pdf,
      name: fileNames.pledges(year.code),
    };
  },
};

/** Who has signed, to hang on the wall. */
export const signingBoardFile: FileRoute = {
  url: '/signing-board.pdf',
  access: 'pledge.read',
  answer: async (ctx, _params, query) => {
    const { federation, board } = await ctx.inScope(async (tx) => {
      const year = await runningYear(tx, ctx.scope, yearOf(query));
      const loaded = await loadPledges(tx, ctx.scope, year);
      return { federation: loaded.federation, board: presentBoard(year, loaded, ctx.now().getTime()) };
    });
    const body = await ctx.documents.render('signing-board', signingBoardOf(federation, board, ctx.now()));
    return { body, mediaType: pdf, name: fileNames.signingBoard(board.year.title), inline: true };
  },
};
