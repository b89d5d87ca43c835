import { addDecimals } from '@giaouoc/domain/numbers/exact';
import { ruleInBrief } from '@giaouoc/domain/explain/index';
import { formatNumber } from '@giaouoc/domain/words/numbers';
import { fullMoment } from '@giaouoc/domain/words/times';
import { dayOf, type Day } from '@giaouoc/domain/period/local-time';
import { groupsOf, linesOf, type PlacedLine, type PlanDocument } from '@giaouoc/domain/plan/document';
import type { PledgeContent } from '@giaouoc/domain/pledge/pledge-content';
import { signaturesAsked, type Signature } from '@giaouoc/domain/pledge/pledge-state';
import {
  signingLines,
  signingLinesAsked,
  type FederationSigns,
  type SigningLines,
} from '@giaouoc/domain/pledge/signing-lines';
import type { PledgeBook, PledgeSection, PledgeSheet } from '../pledge-sheet.ts';
import { conditionsOf } from './pledge-conditions.ts';
import { letterheadOf, signatureBlock, strengthWords, type PaperHead } from './paper-words.ts';

/** A signature as its paper shows it. */
export type PaperSignature = Signature & {
  readonly receiptNumber: string;
  /** As at signing; null for signatures of before these were kept, which are worded from `title`. */
  readonly signingLines: SigningLines | null;
  /** What the signer was called then. */
  readonly title: string;
};

/** What the paper of a pledge is made of; all of it as it was signed, where it was. */
export type PledgeFacts = {
  readonly federation: PaperHead & FederationSigns;
  readonly year: { readonly code: string; readonly title: string };
  /** `Giao ước thi đua`, `Phụ lục giao ước số 1`. */
  readonly name: string;
  /** Which of the unit's papers it is: 0 for the pledge, n for the n-th addendum. */
  readonly number: number;
  readonly content: PledgeContent;
  /** The plan version it is on. */
  readonly document: PlanDocument;
  readonly addendum: {
    readonly after: number;
    readonly changes: readonly string[];
    readonly notes: readonly { readonly note: string }[];
  } | null;
  readonly hash: string;
  readonly signatures: readonly PaperSignature[];
  /** The day on a sheet that was signed in ink; the officer confirms it later. */
  readonly signedOnPaper: Day | null;
  readonly checkUrl: string;
  /** ISO instant of the last change, for the file's date. */
  readonly changedAt: string;
};

/**
 * A pledge as its paper says it, the same whenever it is printed: dated by its last signature, with names and capacities as
 * at signing; until someone signs, with room for the date and the names.
 */
export function pledgeSheetOf(facts: PledgeFacts): PledgeSheet {
  const { federation, year, content, document, addendum } = facts;
  const given = facts.signatures.filter(({ hash }) => hash === facts.hash);
  const parties = signaturesAsked(document.conduct.signing).map((asked) => {
    const one = given.find(({ party, capacity }) => party === asked.party && capacity === asked.capacity);
    if (one === undefined) return signatureBlock(signingLinesAsked(asked, federation), null);
    const lines = one.signingLines ?? signingLines({ ...asked, title: one.title, name: '' }, federation);
    const by = lines.name === '' && one.title !== '' ? [`Người ký: ${one.title}`] : [];
    return signatureBlock(lines, [
      `Ký lúc ${fullMoment(one.at)}`,
      ...by,
      strengthWords(one.strength),
      `Biên nhận ${one.receiptNumber}`,
    ]);
  });
  const code = [year.code, content.unit.code, ...(facts.number === 0 ? [] : [`PL${facts.number}`])].join('/');
  return {
    letterhead: { ...letterheadOf(federation, lastDay(given, facts.signedOnPaper)), reference: `Mã giao ước: ${code}` },
    title: facts.number === 0 ? 'Giao ước thi đua' : `Phụ lục số ${facts.number} giao ước thi đua`,
    subtitles: [year.title, content.unit.name],
    unit: content.unit.name,
    preamble: [
      `Thực hiện ${document.scoring.title}, ${content.unit.name} và ${content.federation.name} cùng ký ${facts.number === 0 ? 'giao ước thi đua' : 'phụ lục giao ước thi đua'} với các nội dung sau:`,
    ],
    changes:
      addendum === null
        ? null
        : {
            title: `Nội dung thay đổi so với bản ${addendum.after} đã ký`,
            lines: [...addendum.changes],
            notes: addendum.notes.map(({ note }) => note),
          },
    sections: sectionsOf(content, document),
    conditions: conditionsOf(document, content.unit.block),
    closing: ['Hai bên cam kết thực hiện đầy đủ các nội dung của giao ước này.'],
    parties,
    contentHash: facts.hash.replace('sha256:', ''),
    receipts: facts.signatures.map(({ receiptNumber }) => receiptNumber),
    checkUrl: facts.checkUrl,
    madeAt: facts.changedAt,
  };
}

/** The day of the last signature; a sheet signed in ink counts by the day that stands on it. */
function lastDay(given: readonly PaperSignature[], signedOnPaper: Day | null): Day | null {
  const days = given.map(({ at, strength }) =>
    strength === 'paper' && signedOnPaper !== null ? signedOnPaper : dayOf(Date.parse(at)),
  );
  return days.toSorted().at(-1) ?? null;
}

/** The pledges of a year in one file, to be printed before the conference. */
export function pledgeBookOf(yearTitle: string, sheets: PledgeSheet[], now: Date): PledgeBook {
  return { title: `Giao ước thi đua ${yearTitle}`, sheets, madeAt: now.toISOString() };
}

function sectionsOf(content: PledgeContent, document: PlanDocument): PledgeSection[] {
  const placed = new Map(linesOf(document.scoring).map((one) => [one.line.code, one]));
  const groups = new Map(groupsOf(document.scoring).map((one) => [one.group.code, one.group]));
  const byGroup = Map.groupBy(content.lines, (line) => placed.get(line.line)?.groups[0] ?? '');
  return [...byGroup].map(([code, lines]): PledgeSection => {
    const group = groups.get(code);
    const found = lines.map((line) => placed.get(line.line));
    const hasTargets = found.some((one) => one && 'target' in one.line.rule);
    const isPenalty = found.some((one) => one?.role === 'penalty');
    return {
      title: group?.title ?? '',
      total: isPenalty ? null : formatNumber(group?.max ?? addDecimals(lines.map((line) => line.max))),
      lines: lines.map((line, i) => {
        const own =
          line.target === undefined ? null : `${formatNumber(line.target)}${line.unit ? ` ${line.unit}` : ''}`;
        return {
          code: line.line,
          content: line.title,
          target: hasTargets ? (own ?? (found[i] ? ruleInBrief(found[i].line) : '')) : null,
          points: pointsWords(line.max, found[i]),
        };
      }),
    };
  });
}

/** Points of a line; a line that only takes points away says how far it can, not "0". */
function pointsWords(max: string, placed: PlacedLine | undefined): string {
  if (placed?.role !== 'penalty') return formatNumber(max);
  const { rule } = placed.line;
  const most = 'min' in rule && typeof rule.min === 'string' ? rule.min.replace('-', '') : undefined;
  return most === undefined ? 'trừ' : `trừ tối đa ${formatNumber(most)}`;
}
