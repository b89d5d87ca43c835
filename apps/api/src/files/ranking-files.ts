import { getFederation, type FederationRow } from '@giaouoc/db/queries/federation';
import type { RankingWithDetails } from '@giaouoc/documents/ranking-sheet';
import { yearRows } from '@giaouoc/db/queries/unit-year';
import { linesOf } from '@giaouoc/domain/plan/index';
import { assembleYear } from '@giaouoc/domain/progress/index';
import { openSnapshot, type OpenSnapshot } from '../features/ranking/get-ranking.ts';
import { yearInputOf } from '../features/score/year-input.ts';
import { runningYear, type RunningYear } from '../features/year/running-year.ts';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import type { FileRoute } from './file-routes.ts';
import { yearOf } from './ids.ts';
import { decimalWords, excel, letterheadOf, momentWords, pdf } from './paper-words.ts';

/** A snapshot as its papers say it: the PDF and the Excel file are made from this one value (S6). */
function rankingOf(year: RunningYear, federation: FederationRow, snapshot: OpenSnapshot): RankingWithDetails {
  const { plan } = snapshot.file;
  const lines = linesOf(plan)
    .filter(({ role }) => role !== 'fact')
    .map(({ line }) => line);
  const resultOf = new Map(snapshot.results.units.map((unit) => [unit.unit, unit]));
  return {
    letterhead: letterheadOf(federation, new Date(snapshot.facts.createdAt)),
    title: 'Bảng xếp hạng thi đua',
    subtitles: [year.title, 'Kết quả tạm tính, chưa chốt'],
    snapshot: {
      number: snapshot.facts.number,
      takenAt: momentWords(snapshot.facts.createdAt),
      digest: snapshot.facts.digest.replace('sha256:', ''),
    },
    preamble: [],
    blocks: snapshot.blocks.map((block) => ({
      title: block.name,
      facts: `${block.rows.length} đơn vị. ${block.grades
        .filter((grade) => grade.count > 0)
        .map((grade) => `${grade.title}: ${grade.count}`)
        .join('; ')}.`,
      rows: block.rows.map((row, place) => {
        const quota = block.quotas.find((one) => one.after === place && place < block.rows.length - 1);
        return {
          rank: row.rank ?? '–',
          unit: row.name,
          base: row.base,
          bonus: row.bonus,
          penalty: row.penalty,
          total: row.total,
          grade: gradeWords(row),
          lineBelow: quota
            ? `Giới hạn “${quota.gradeTitle}”: ${quota.room} trên ${quota.pool} đơn vị (${decimalWords(String(Number(quota.share) * 100))} %)`
            : null,
        };
      }),
      notes: block.rows.flatMap((row) => (row.notGraded === null ? [] : [`${row.name}: ${row.gradeWhy}`])),
    })),
    closing: [],
    signatures: [{ body: federation.signsFor, capacity: federation.signsAs, name: '', signed: null }],
    madeAt: snapshot.facts.createdAt,
    details: {
      lines: lines.map(({ code, title, max }) => ({ code, title, max })),
      units: snapshot.blocks.flatMap((block) =>
        block.rows.map((row) => {
          const own = new Map(resultOf.get(row.unit)?.lines.map((line) => [line.line, line]));
          return {
            block: block.name,
            unit: row.name,
            points: lines.map(({ code }) => {
              const line = own.get(code);
              if (!line) return { words: 'không giao' };
              if (line.status === 'dropped') return { words: 'không áp dụng' };
              if (line.status === 'missing') return { words: 'thiếu' };
              return { points: line.points };
            }),
            total: row.total,
          };
        }),
      ),
    },
  };
}

function gradeWords(row: OpenSnapshot['blocks'][number]['rows'][number]): string {
  if (row.gradeTitle === null) return 'Không xếp loại';
  const lowered = row.scoredGrade !== null && row.scoredGrade !== row.grade;
  return `${row.gradeTitle}${lowered ? ' (vượt giới hạn)' : ''}${row.undecided ? ' (chờ quyết định)' : ''}`;
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
      name: `Xếp hạng ${snapshot.facts.number}.pdf`,
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
      name: `Xếp hạng ${snapshot.facts.number}.xlsx`,
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
