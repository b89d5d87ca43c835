import { hashOf } from '../hash/canonical.ts';
import { isForBlock, linesOf, type PlanDocument, takesOwnTarget } from '../plan/document.ts';
import { isTakenAway, type UnitTarget } from '../report/report.ts';
import { addendumNumber, type SignedVersion } from './standing.ts';

/** What a unit signs, frozen: readable without the database, and the same bytes for the same pledge. */
export type PledgeContent = {
  readonly kind: 'pledge' | 'addendum';
  /** Of an addendum: which of this unit's it is, and the plan version of the paper it follows. */
  readonly addendum?: { readonly number: number; readonly after: number };
  readonly federation: { readonly code: string; readonly name: string };
  readonly unit: { readonly code: string; readonly name: string; readonly block: string };
  readonly plan: {
    readonly code: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly version: number;
    readonly hash: string;
  };
  readonly lines: readonly PledgedLine[];
};

/** One line as it is pledged. */
export type PledgedLine = {
  readonly line: string;
  readonly title: string;
  readonly kind: 'target' | 'task';
  readonly max: string;
  readonly unit?: string;
  /** The unit's own number, where the plan lets it set one. */
  readonly target?: string;
};

/** What the content of a pledge is made of. */
export type PledgeParts = {
  readonly federation: PledgeContent['federation'];
  readonly unit: PledgeContent['unit'];
  /** The published version that is signed. */
  readonly version: number;
  readonly planHash: string;
  readonly document: PlanDocument;
  readonly targets: readonly UnitTarget[];
  /** What the unit's side has signed in this year. */
  readonly signed: readonly SignedVersion[];
};

/**
 * The content of a unit's pledge on a plan version: what it is assigned, with its own targets. It is an addendum where the
 * unit has signed an earlier version; a unit that signed nothing pledges, whatever the version is. Lines of `fact` groups are information, not promises, and are left out.
 */
export function pledgeContent({
  federation,
  unit,
  version,
  planHash,
  document,
  targets,
  signed,
}: PledgeParts): PledgeContent {
  const { code, title, from, to } = document.scoring;
  const number = addendumNumber(signed, version);
  const after = signed.findLast((one) => one.version < version);
  return {
    kind: after === undefined ? 'pledge' : 'addendum',
    ...(after === undefined ? {} : { addendum: { number, after: after.version } }),
    federation: { code: federation.code, name: federation.name },
    unit: { code: unit.code, name: unit.name, block: unit.block },
    plan: { code, title, from, to, version, hash: planHash },
    lines: linesOf(document.scoring)
      .filter(({ line, role }) => role !== 'fact' && isForBlock(line, unit.block) && !isTakenAway(targets, line.code))
      .map(({ line }): PledgedLine => {
        const own = targets.find((target) => target.line === line.code)?.target;
        return {
          line: line.code,
          title: line.title,
          kind: line.kind,
          max: line.max,
          ...(line.unit === undefined ? {} : { unit: line.unit }),
          ...(own === undefined || !takesOwnTarget(line) ? {} : { target: own }),
        };
      }),
  };
}

/** The hash each signature is under and that the paper carries. */
export function pledgeHash(content: PledgeContent): string {
  return hashOf(content);
}
