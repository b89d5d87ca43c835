import { type Fault, type Plan, planSchema, type Warning } from '../year-file/index.ts';
import { inFileWords } from '../year-file/messages.ts';
import { checkPlanDocument } from './check-document.ts';
import { type Conduct, conductSchema, type LineConduct } from './conduct.schema.ts';
import { defaultConduct } from './default-conduct.ts';
import { conductOf, type PlanDocument } from './document.ts';

/** Which of the three files it was: a plan alone, a whole year file, or a plan document as the product writes it. */
export type UploadKind = 'plan' | 'year' | 'document';

/**
 * What a file brings. `document` is there when it can be edited here, also while it has faults that the check list then
 * shows (points that do not add up yet); without it the file is refused. Pointers are into the file itself.
 */
export type ReadUpload = { kind: UploadKind; faults: Fault[]; warnings: Warning[]; document?: PlanDocument };

/**
 * Reads a plan from a parsed JSON file. A file without conduct gets the usual one, or that of the draft before it
 * where line codes agree, so that downloading, changing a gate and uploading again loses nothing.
 */
export function readUpload(json: unknown, blocks: readonly string[], before?: PlanDocument): ReadUpload {
  const kind = kindOf(json);
  const given = (json ?? {}) as Record<string, unknown>;
  const scoring: unknown = kind === 'plan' ? json : kind === 'year' ? given['plan'] : given['scoring'];
  const plan = planSchema.safeParse(scoring);
  const conduct: unknown =
    kind === 'document' ? given['conduct'] : plan.success ? conductFor(plan.data, before?.conduct) : undefined;
  const checked = checkPlanDocument(kind === 'document' ? json : { scoring, conduct: conduct ?? nothing }, blocks);
  const own = (fault: Fault) => kind === 'document' || conduct !== undefined || !fault.pointer.startsWith('/conduct');
  const faults = checked.faults.filter(own).map((fault) => inFile(fault, kind));
  const warnings = checked.warnings.filter(own).map((fault) => inFile(fault, kind));
  const parsed = conductSchema.safeParse(conduct);
  const tangled = faults.some((fault) => fault.code === 'code-twice');
  if (!plan.success || !parsed.success || tangled) return { kind, faults, warnings };
  return { kind, faults, warnings, document: { scoring: plan.data, conduct: parsed.data } };
}

/** Stands for the conduct that cannot be made up while the plan itself cannot be read; its faults are not shown. */
const nothing = {};

function kindOf(json: unknown): UploadKind {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'document';
  if ('scoring' in json || 'conduct' in json) return 'document';
  return 'plan' in json || 'format' in json ? 'year' : 'plan';
}

function conductFor(plan: Plan, before: Conduct | undefined): Conduct {
  const usual = defaultConduct(plan);
  if (before === undefined || before.periods.length === 0) return usual;
  const first = before.periods.slice(0, 1).map((period) => period.code);
  const lines = Object.entries(usual.lines).map(([code, line]): [string, LineConduct] => [
    code,
    conductOf(before, code) ?? { ...line, due: first },
  ]);
  return { ...before, lines: Object.fromEntries(lines) };
}

/** The fault as it is found in the file: its place there, and how the right thing is written there. */
function inFile(found: Fault, kind: UploadKind): Fault {
  const fault = { ...found, message: inFileWords(found.code, found.message) };
  if (kind === 'document') return fault;
  return { ...fault, pointer: fault.pointer.replace(/^\/scoring/, kind === 'year' ? '/plan' : '') };
}
