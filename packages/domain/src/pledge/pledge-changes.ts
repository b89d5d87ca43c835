import { diffPlans, type PlanChange } from '../plan/diff-plans.ts';
import { isForBlock, linesOf, type PlanDocument, takesOwnTarget } from '../plan/document.ts';
import { ok, refuse, type Result } from '../result.ts';

/** What of a line a unit pledges to; who enters it, by when and with what evidence is how the year is conducted. */
const pledgedOfLine: ReadonlySet<string> = new Set([
  'title',
  'kind',
  'max',
  'unit',
  'blocks',
  'rule',
  'whenNotApplicable',
  'targetFloor',
]);
const pledgedOfGroup: ReadonlySet<string> = new Set(['max', 'min', 'role']);
const pledgedOfPlan: ReadonlySet<string> = new Set(['from', 'to', 'scale']);

/** Does a change touch what units have pledged? A moved deadline does not; other points for a line do. */
export function touchesPledge({ subject, what, field = '' }: PlanChange): boolean {
  switch (subject) {
    case 'line':
      return what !== 'moved' && (what !== 'changed' || pledgedOfLine.has(field));
    case 'group':
      return what === 'changed' && pledgedOfGroup.has(field);
    case 'gate':
    case 'grade':
    case 'quota':
      return true;
    case 'plan':
      return pledgedOfPlan.has(field);
    case 'period':
    case 'stage':
      return false;
    default:
      return never(subject);
  }
}

/** Codes of the lines for which units must newly set a number of their own, in plan order; they set it when they sign. */
export function newOwnTargets(before: PlanDocument, after: PlanDocument): string[] {
  const had = new Set(
    linesOf(before.scoring)
      .filter(({ line }) => takesOwnTarget(line))
      .map(({ line }) => line.code),
  );
  return linesOf(after.scoring)
    .filter(({ line }) => takesOwnTarget(line) && !had.has(line.code))
    .map(({ line }) => line.code);
}

/**
 * Whether a new version asks for signatures, as its publisher says. Without a word it does; it must where units are to set
 * numbers of their own that they have not set yet, and so must the first version. `before` are the versions published so
 * far that could have been signed, the last one first.
 */
export function signatureAsked(
  before: PlanDocument | undefined,
  after: PlanDocument,
  said: boolean | undefined,
): Result<boolean, 'signature-needed'> {
  if (said !== false) return ok(true);
  if (before === undefined) return refuse('signature-needed', { lines: [] });
  const lines = newOwnTargets(before, after);
  return lines.length > 0 ? refuse('signature-needed', { lines }) : ok(false);
}

/** What changed for a unit of this block between the version it signed and the one it is asked to sign. */
export function changesFor(block: string, before: PlanDocument, after: PlanDocument): PlanChange[] {
  const own = new Set(
    [...linesOf(before.scoring), ...linesOf(after.scoring)]
      .filter(({ line }) => isForBlock(line, block))
      .map(({ line }) => line.code),
  );
  return diffPlans(before, after).filter(({ subject, code }) => subject !== 'line' || own.has(code));
}

function never(subject: never): never {
  throw new TypeError(`no such subject: ${String(subject)}`);
}
