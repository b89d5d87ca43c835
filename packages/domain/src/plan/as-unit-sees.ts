import { ruleInBrief, ruleInWords } from '../explain/index.ts';
import type { Line, Role } from '../year-file/index.ts';
import { evidenceInWords } from './conduct-words.ts';
import type { LineConduct, Period } from './conduct.schema.ts';
import { type BlockFacts, type PlanRules, rulesOfPlan } from './in-words/index.ts';
import { conductOf, groupsOf, isForBlock, type PlanDocument, takesOwnTarget } from './document.ts';

/** A line as the units of one block read it. */
export type SeenLine = {
  code: string;
  title: string;
  kind: Line['kind'];
  /** The most points, as the plan writes it. */
  max: string;
  /** The rule in a few words, and in full. */
  brief: string;
  words: string;
  /** The unit registers its own number, at least `targetFloor` where there is one. */
  ownTarget: boolean;
  targetFloor: string | null;
  /** Titles of the periods in which it is reported, with their times. */
  due: Pick<Period, 'title' | 'due'>[];
  enteredBy: LineConduct['enteredBy'] | null;
  evidence: LineConduct['evidence']['needed'] | null;
  evidenceHint: string | null;
  /** The rule about evidence in words: whether, how many, what. */
  evidenceWords: string | null;
  verifiedBy: LineConduct['verifiedBy'] | null;
  help: string | null;
  example: string | null;
  basis: string | null;
};

export type SeenGroup = { code: string; title: string; role: Role; depth: number; lines: SeenLine[] };

/** A plan as the units of one block read it: only their lines, rules in words. */
export type SeenPlan = {
  title: string;
  from: string;
  to: string;
  /** The base points of the block. */
  base: string | null;
  groups: SeenGroup[];
  /** What decides grade and rank beside the points, in sentences. */
  rules: PlanRules;
};

/** The plan as a unit of this block sees it; groups that hold nothing for the block are left out. */
export function asUnitSees(document: PlanDocument, block: string, blocks: readonly BlockFacts[] = []): SeenPlan {
  const { scoring, conduct } = document;
  const placed = groupsOf(scoring).map(({ group, role, above }) => ({
    code: group.code,
    title: group.title,
    role,
    depth: above.length,
    above,
    lines: (group.lines ?? [])
      .filter((line) => isForBlock(line, block))
      .map((line) => seenLine(line, conductOf(conduct, line.code), conduct.periods)),
  }));
  const holding = new Set(
    placed.filter(({ lines }) => lines.length > 0).flatMap(({ code, above }) => [code, ...above]),
  );
  const groups = placed.filter(({ code }) => holding.has(code)).map(({ above: _, ...group }) => group);
  const { base } = scoring.scale;
  const points = typeof base === 'string' ? base : Object.hasOwn(base, block) ? base[block] : undefined;
  return {
    title: scoring.title,
    from: scoring.from,
    to: scoring.to,
    base: points ?? null,
    groups,
    rules: rulesOfPlan(document, blocks, block),
  };
}

function seenLine(line: Line, conduct: LineConduct | undefined, periods: readonly Period[]): SeenLine {
  return {
    code: line.code,
    title: line.title,
    kind: line.kind,
    max: line.max,
    brief: ruleInBrief(line),
    words: ruleInWords(line),
    ownTarget: takesOwnTarget(line),
    targetFloor: conduct?.targetFloor ?? null,
    due: periods.filter(({ code }) => conduct?.due.includes(code)).map(({ title, due }) => ({ title, due })),
    enteredBy: conduct?.enteredBy ?? null,
    evidence: conduct?.evidence.needed ?? null,
    evidenceHint: conduct?.evidence.hint ?? null,
    evidenceWords: conduct ? evidenceInWords(conduct.evidence) : null,
    verifiedBy: conduct?.verifiedBy ?? null,
    help: conduct?.help ?? null,
    example: conduct?.example ?? null,
    basis: conduct?.basis ?? null,
  };
}
