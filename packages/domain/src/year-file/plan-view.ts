import { isRuleKind } from '../rules/kinds.ts';
import { ruleSchema, type Rule } from '../rules/settings.ts';
import { decimalOf, isRaw, listOf, rawOf, textOf, type Path, type Raw } from '../schema/raw.ts';

/** A line of a plan as far as it can be read. */
export interface LineView {
  readonly path: Path;
  readonly raw: Raw;
  readonly code: string | null;
  /** The role of its top-level group, null when that has none. */
  readonly role: string | null;
  readonly max: string | null;
  /** The line's blocks; null when it has none or they cannot be read. */
  readonly blocks: readonly unknown[] | null;
  readonly rule: Raw;
  /** The rule's kind, null when there is no such kind. */
  readonly kind: Rule['kind'] | null;
  /** The rule when its form is right. */
  readonly valid: Rule | null;
}

export interface GroupView {
  readonly path: Path;
  readonly raw: Raw;
  readonly code: string | null;
  readonly role: string | null;
  readonly top: boolean;
  /** Lines and groups in it, in plan order. */
  readonly lines: readonly LineView[];
  readonly groups: readonly GroupView[];
}

/** A plan as far as it can be read. */
export interface PlanView {
  readonly raw: Raw;
  readonly top: readonly GroupView[];
  /** All groups and lines, depth first, a group's lines before its groups. */
  readonly groups: readonly GroupView[];
  readonly lines: readonly LineView[];
  /** By code; of a code given twice the first. */
  readonly lineByCode: ReadonlyMap<string, LineView>;
  readonly groupCodes: ReadonlySet<string>;
  /** Whether there are groups at all; without them nothing can be said about references to lines and groups. */
  readonly readable: boolean;
  readonly gradeCodes: readonly (string | null)[];
  /** How many decimals points may have, null when `places` is wrong. */
  readonly places: number | null;
}

const ROLES: readonly string[] = ['base', 'bonus', 'penalty', 'fact'];

export function viewPlan(plan: unknown): PlanView {
  const raw = rawOf(plan);
  const groups: GroupView[] = [];
  const lines: LineView[] = [];
  const top = listOf(raw['groups']).map((group, index) => viewGroup(group, ['groups', index], null, groups, lines));
  const lineByCode = new Map<string, LineView>();
  for (const line of lines) if (line.code !== null && !lineByCode.has(line.code)) lineByCode.set(line.code, line);
  const places = raw['places'] ?? 2;
  return {
    raw,
    top,
    groups,
    lines,
    lineByCode,
    readable: Array.isArray(raw['groups']),
    groupCodes: new Set(groups.flatMap((group) => group.code ?? [])),
    gradeCodes: listOf(raw['grades']).map((grade) => textOf(rawOf(grade)['code'])),
    places: typeof places === 'number' && Number.isInteger(places) && places >= 0 && places <= 4 ? places : null,
  };
}

function viewGroup(
  group: unknown,
  path: Path,
  above: { role: string | null } | null,
  groups: GroupView[],
  lines: LineView[],
): GroupView {
  const raw = rawOf(group);
  const ownLines: LineView[] = [];
  const ownGroups: GroupView[] = [];
  const own = textOf(raw['role']);
  const role = above !== null ? above.role : own !== null && ROLES.includes(own) ? own : null;
  const view = { path, raw, code: textOf(raw['code']), role, top: above === null, lines: ownLines, groups: ownGroups };
  groups.push(view);
  listOf(raw['lines']).forEach((line, index) => ownLines.push(viewLine(line, [...path, 'lines', index], role)));
  lines.push(...ownLines);
  listOf(raw['groups']).forEach((inner, index) =>
    ownGroups.push(viewGroup(inner, [...path, 'groups', index], view, groups, lines)),
  );
  return view;
}

function viewLine(line: unknown, path: Path, role: string | null): LineView {
  const raw = rawOf(line);
  const rule = rawOf(raw['rule']);
  const kind = textOf(rule['kind']);
  const parsed = ruleSchema.safeParse(rule);
  return {
    path,
    raw,
    code: textOf(raw['code']),
    role,
    max: decimalOf(raw['max']),
    blocks: Array.isArray(raw['blocks']) && raw['blocks'].length > 0 ? (raw['blocks'] as unknown[]) : null,
    rule,
    kind: isRuleKind(kind) ? kind : null,
    valid: parsed.success ? parsed.data : null,
  };
}

/** The blocks that a plan names: in its lines and in numbers by block. */
export function blocksNamed(view: PlanView): Set<string> {
  const scale = rawOf(view.raw['scale']);
  const numbers = [scale['base'], scale['total'], ...listOf(view.raw['grades']).map((grade) => rawOf(grade)['from'])];
  return new Set([
    ...numbers.flatMap((number) => (isRaw(number) ? Object.keys(number) : [])),
    ...view.lines.flatMap((line) => (line.blocks ?? []).flatMap((block) => textOf(block) ?? [])),
  ]);
}
