import { sharePercent } from '@giaouoc/domain/rules/phrases';
import { formatNumber } from '@giaouoc/domain/words/numbers';
import { capital } from '@giaouoc/domain/words/texts';
import { fullMoment } from '@giaouoc/domain/words/times';
import { dayOf } from '@giaouoc/domain/period/local-time';
import { linesOf } from '@giaouoc/domain/plan/document';
import type { FederationSigns } from '@giaouoc/domain/pledge/signing-lines';
import type { Results } from '@giaouoc/domain/scoring/results';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import type { RankingWithDetails } from '../ranking-sheet.ts';
import { letterheadOf, type PaperHead } from './paper-words.ts';

/** One row of a ranking as the snapshot has it. */
export type RankedRowFacts = {
  readonly unit: string;
  readonly name: string;
  readonly rank: string | null;
  readonly base: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly total: string;
  readonly grade: string | null;
  readonly gradeTitle: string | null;
  /** The grade by points alone, before quotas. */
  readonly scoredGrade: string | null;
  readonly undecided: boolean;
  readonly notGraded: string | null;
  readonly gradeWhy: string;
};

export type RankedBlockFacts = {
  readonly name: string;
  readonly rows: readonly RankedRowFacts[];
  readonly grades: readonly { readonly title: string; readonly count: number }[];
  readonly quotas: readonly {
    readonly gradeTitle: string;
    readonly share: string;
    readonly room: number;
    readonly pool: number;
    readonly after: number;
  }[];
};

/** A snapshot: PDF and Excel are worded from this one value (S6). */
export type RankingFacts = {
  /** `Năm học 2026-2027` */
  readonly year: string;
  readonly federation: PaperHead & FederationSigns;
  readonly file: YearFile;
  readonly results: Results;
  readonly blocks: readonly RankedBlockFacts[];
  readonly facts: { readonly number: string; readonly digest: string; readonly createdAt: string };
};

/** A snapshot's ranking as its papers say it; dated the day the snapshot was made, whenever it is printed. */
export function rankingWordsOf(facts: RankingFacts): RankingWithDetails {
  const { federation, file, blocks } = facts;
  const { number, digest, createdAt } = facts.facts;
  return {
    letterhead: letterheadOf(federation, dayOf(Date.parse(createdAt))),
    title: 'Bảng xếp hạng thi đua',
    subtitles: [facts.year, 'Kết quả tạm tính, chưa chốt'],
    snapshot: { number, takenAt: fullMoment(createdAt), digest: digest.replace('sha256:', '') },
    preamble: limitsInWords(file),
    blocks: blocks.map((block) => ({
      title: block.name,
      facts: factsInWords(block),
      rows: block.rows.map((row, place) => {
        const quota = block.quotas.find((one) => one.after === place && place < block.rows.length - 1);
        return {
          rank: row.rank ?? '–',
          unit: row.name,
          base: row.base,
          bonus: row.bonus,
          penalty: row.penalty,
          total: row.total,
          grade: gradeInWords(row),
          lineBelow: quota
            ? `Giới hạn “${quota.gradeTitle}”: ${quota.room} trên ${quota.pool} đơn vị (${sharePercent(quota.share)})`
            : null,
        };
      }),
      notes: notesOf(block),
    })),
    closing: [],
    signatures: [{ body: federation.signsFor, capacity: federation.signsAs, name: '', signed: null }],
    madeAt: createdAt,
    details: detailsOf(facts),
  };
}

/** How far bonus and penalty count: "Điểm thưởng tính tối đa 5 điểm." */
function limitsInWords({ plan: { scale } }: YearFile): string[] {
  const said = [
    ...(scale.bonusMax === undefined ? [] : [`điểm thưởng tính tối đa ${formatNumber(scale.bonusMax)} điểm`]),
    ...(scale.penaltyMax === undefined ? [] : [`điểm trừ tính tối đa ${formatNumber(scale.penaltyMax)} điểm`]),
  ];
  if (said.length === 0) return [];
  return [`${capital(said.join(', '))}.`];
}

function factsInWords({ rows, grades }: RankedBlockFacts): string {
  const counted = grades.filter(({ count }) => count > 0).map(({ title, count }) => `${title}: ${count}`);
  return [`${rows.length} đơn vị.`, ...(counted.length === 0 ? [] : [`${counted.join('; ')}.`])].join(' ');
}

const isLowered = ({ scoredGrade, grade, gradeTitle }: RankedRowFacts): boolean =>
  gradeTitle !== null && scoredGrade !== null && scoredGrade !== grade;

function gradeInWords(row: RankedRowFacts): string {
  if (row.gradeTitle === null) return 'Không xếp loại';
  return `${row.gradeTitle}${isLowered(row) ? ' (hết chỗ loại trên)' : ''}${row.undecided ? ' (chờ quyết định)' : ''}`;
}

function notesOf({ rows }: RankedBlockFacts): string[] {
  return [
    ...(rows.some(({ rank }) => rank?.endsWith('=') === true)
      ? ['Đồng hạng: các đơn vị bằng nhau ở mọi tiêu chí so; hạng kế tiếp bỏ trống.']
      : []),
    ...(rows.some(isLowered)
      ? ['Hết chỗ loại trên: đủ điểm của loại cao hơn, nhưng loại đó đã đủ số đơn vị theo giới hạn.']
      : []),
    ...rows.filter(({ notGraded }) => notGraded !== null).map(({ name, gradeWhy }) => `${name}: ${gradeWhy}`),
  ];
}

function detailsOf({ file, results, blocks }: RankingFacts): RankingWithDetails['details'] {
  const lines = linesOf(file.plan)
    .filter(({ role }) => role !== 'fact')
    .map(({ line }) => line);
  const resultOf = new Map(results.units.map((unit) => [unit.unit, unit]));
  return {
    lines: lines.map(({ code, title, max }) => ({ code, title, max })),
    units: blocks.flatMap((block) =>
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
  };
}
