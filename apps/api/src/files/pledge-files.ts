import { getFederation, type FederationRow } from '@giaouoc/db/queries/federation';
import type { PledgeSheet } from '@giaouoc/documents/pledge-sheet';
import type { SignatureBlock } from '@giaouoc/documents/official';
import { addDecimals } from '@giaouoc/domain/figure/exact';
import { ruleInBrief } from '@giaouoc/domain/explain/index';
import { groupsOf, linesOf } from '@giaouoc/domain/plan/index';
import { pledgeStateWords, signaturesAsked } from '@giaouoc/domain/pledge/index';
import { loadPledges, type LoadedPledge } from '../features/pledge/load-pledges.ts';
import { checkUrlOf, presentBoard } from '../features/pledge/present-pledge.ts';
import { runningYear, type RunningYear } from '../features/year/running-year.ts';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import type { FileRoute } from './file-routes.ts';
import { yearOf } from './ids.ts';
import { decimalWords, letterheadOf, momentWords, pdf, strengthWords } from './paper-words.ts';

const capacityWords: Record<string, string> = {
  chair: 'Chủ tịch',
  deputy: 'Ủy viên Ban Chấp hành',
  principal: 'Thủ trưởng đơn vị',
  officer: '',
};

/** A pledge as its paper says it. */
function sheetOf(year: RunningYear, federation: FederationRow, pledge: LoadedPledge, ctx: Member): PledgeSheet {
  const { document } = year.plan;
  const placed = new Map(linesOf(document.scoring).map((one) => [one.line.code, one]));
  const titles = new Map(groupsOf(document.scoring).map((one) => [one.group.code, one.group]));
  const byGroup = Map.groupBy(pledge.content.lines, (line) => placed.get(line.line)?.groups[0] ?? '');
  const { signing } = document.conduct;
  const blocks = signaturesAsked(signing).map((asked): SignatureBlock => {
    const given = pledge.signatures.find(
      (one) => one.party === asked.party && one.capacity === asked.capacity && one.hash === pledge.record.hash,
    );
    const federationSide = asked.party === 'federation';
    return {
      body: federationSide
        ? federation.signsFor
        : asked.party === 'witness'
          ? 'Người chứng kiến'
          : 'TM. Ban Chấp hành công đoàn cơ sở',
      capacity: federationSide ? federation.signsAs : (capacityWords[asked.capacity] ?? asked.capacity),
      name: '',
      signed: given
        ? [`Ký lúc ${momentWords(given.at)}`, strengthWords(given.method), `Biên nhận ${given.receiptNumber}`]
        : null,
    };
  });
  return {
    letterhead: letterheadOf(federation, ctx.now()),
    title:
      pledge.content.kind === 'addendum' ? `Phụ lục giao ước thi đua số ${year.plan.version - 1}` : 'Giao ước thi đua',
    subtitles: [year.title, pledge.unit.name],
    unit: pledge.unit.name,
    preamble: [
      `Thực hiện ${document.scoring.title}, ${pledge.unit.name} và ${federation.name} cùng ký giao ước thi đua với các nội dung sau:`,
    ],
    sections: [...byGroup].map(([code, lines]) => {
      const group = titles.get(code);
      const hasTargets = lines.some((line) => placed.get(line.line) && 'target' in placed.get(line.line)!.line.rule);
      return {
        title: `${group?.title ?? ''}`,
        total:
          group?.max === undefined ? decimalWords(addDecimals(lines.map((line) => line.max))) : decimalWords(group.max),
        lines: lines.map((line) => {
          const found = placed.get(line.line)?.line;
          const own =
            line.target === undefined ? null : `${decimalWords(line.target)}${line.unit ? ` ${line.unit}` : ''}`;
          return {
            code: line.line,
            content: line.title,
            target: hasTargets ? (own ?? (found ? ruleInBrief(found) : '')) : null,
            points: decimalWords(line.max),
          };
        }),
      };
    }),
    closing: ['Hai bên cam kết thực hiện đầy đủ các nội dung của giao ước này.'],
    // The federation signs on the left of an official paper's last page, the unit on the right.
    parties: blocks,
    contentHash: pledge.record.hash.replace('sha256:', ''),
    receipts: pledge.signatures.map((one) => one.receiptNumber),
    checkUrl: checkUrlOf(ctx.publicUrl, pledge.record.hash),
    madeAt: pledge.row.changedAt,
  };
}

async function sheets(ctx: Member, yearId: string | undefined, unitIds?: string[]) {
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, yearId);
    const [federation, { pledges }] = await Promise.all([
      getFederation(tx, ctx.scope),
      loadPledges(tx, ctx.scope, year, unitIds ? { unitIds } : {}),
    ]);
    if (!federation || pledges.length === 0) throw new Refused('pledge-not-offered');
    return { year, pledges, sheets: pledges.map((pledge) => sheetOf(year, federation, pledge, ctx)) };
  });
}

/** The own unit's pledge. */
export const ownPledgeFile: FileRoute = {
  url: '/pledge.pdf',
  access: 'pledge.readOwn',
  answer: async (ctx, _params, query) => {
    if (!ctx.scope.unitId) throw new Refused('not-allowed');
    const {
      year,
      pledges,
      sheets: [sheet],
    } = await sheets(ctx, yearOf(query), [ctx.scope.unitId]);
    return {
      body: await ctx.documents.render('pledge-sheet', sheet!),
      mediaType: pdf,
      name: `Giao ước ${year.code} ${pledges[0]!.unit.name}.pdf`,
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
      year,
      pledges,
      sheets: [sheet],
    } = await sheets(ctx, yearOf(query), [params['unitId'] ?? '']);
    return {
      body: await ctx.documents.render('pledge-sheet', sheet!),
      mediaType: pdf,
      name: `Giao ước ${year.code} ${pledges[0]!.unit.name}.pdf`,
      inline: true,
    };
  },
};

/** All pledges in one file, to print before the conference. */
export const pledgesFile: FileRoute = {
  url: '/pledges.pdf',
  access: 'pledge.read',
  answer: async (ctx, _params, query) => {
    const { year, sheets: all } = await sheets(ctx, yearOf(query));
    const book = { title: `Giao ước thi đua ${year.title}`, sheets: all, madeAt: ctx.now().toISOString() };
    return {
      body: await ctx.documents.render('pledge-book', book),
      mediaType: pdf,
      name: `Giao ước ${year.code}, tất cả đơn vị.pdf`,
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
      const [found, loaded] = await Promise.all([getFederation(tx, ctx.scope), loadPledges(tx, ctx.scope, year)]);
      if (!found) throw new Refused('not-found');
      return { federation: found, board: presentBoard(year, loaded, ctx.now().getTime()) };
    });
    const isSigned = (row: (typeof board.rows)[number]) => row.state === 'signed' || row.state === 'countersigned';
    const now = ctx.now();
    const body = await ctx.documents.render('signing-board', {
      letterhead: letterheadOf(federation, now),
      title: 'Bảng theo dõi ký giao ước thi đua',
      subtitles: [
        board.year.title,
        `Tính đến ${momentWords(now)}`,
        `Đã ký ${board.rows.filter(isSigned).length} trên ${board.rows.length} đơn vị`,
      ],
      blocks: [...Map.groupBy(board.rows, (row) => row.blockName)].map(([title, rows]) => ({
        title,
        summary: `Đã ký ${rows.filter(isSigned).length}/${rows.length}`,
        rows: rows.map((row) => ({
          unit: row.name,
          signed: isSigned(row),
          state: row.state === null ? row.stateWords : pledgeStateWords(row.state),
          at: row.signedAt === null ? '' : momentWords(row.signedAt),
          method: row.strength === null ? '' : strengthWords(row.strength),
          federation: row.countersignedAt === null ? '' : `Đã ký ${momentWords(row.countersignedAt)}`,
        })),
      })),
      foot: `In lúc ${momentWords(now)}`,
      madeAt: now.toISOString(),
    });
    return { body, mediaType: pdf, name: `Bảng ký giao ước ${board.year.title}.pdf`, inline: true };
  },
};
