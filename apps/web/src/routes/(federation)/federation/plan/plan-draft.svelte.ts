import { plan as planSentences } from '@giaouoc/domain/messages/plan';
import { said } from '@giaouoc/domain/messages/sentence';
import type { ApiCaller } from '@giaouoc/api/contract';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import { checkDraft } from '@giaouoc/domain/plan/check-draft';
import { diffPlans } from '@giaouoc/domain/plan/diff-plans';
import { groupsOf, linesOf, pointerStep, type PlanDocument } from '@giaouoc/domain/plan/document';
import { changedMeanings, changedStages } from '@giaouoc/domain/plan/publish';
import { planTotals } from '@giaouoc/domain/plan/totals';
import type { Detail, Result } from '@giaouoc/domain/result';
import type { Fault } from '@giaouoc/domain/year-file/fault';
import { Autosave, type Save } from './autosave.svelte.ts';
import { RowKeys } from './row-keys.ts';

/** What the page's load brings, as SvelteKit hands it on. */
export type Plan = NonNullable<Awaited<ReturnType<ApiCaller['plan']['get']>>>;

/** What is open in the pane at the right: a line or a group, by code. */
export type Selected = { kind: 'line' | 'group'; code: string };

/** Typing into one field is one step back, unless one paused this long. */
const pauseMs = 1500;
const mostSteps = 200;

/**
 * The plan being written: the document, what one has changed of it and can take back, what is selected, and what follows
 * from it (faults, totals, differences). Changes are the domain's; this only holds their outcome and has it saved.
 */
export class PlanDraft {
  /** Replaced as a whole by each change, never written into. */
  document = $state.raw<PlanDocument>()!;
  selected = $state.raw<Selected | null>(null);
  /** Why the last change was not made; taken back by the next one. */
  refused = $state.raw<{ code: ErrorCode; detail?: Detail } | null>(null);
  readonly autosave: Autosave;

  readonly #plan: Plan;
  readonly #now: () => number;
  #undo = $state.raw<PlanDocument[]>([]);
  #redo = $state.raw<PlanDocument[]>([]);
  #last: { field: string; at: number } | null = null;

  constructor(plan: Plan & { draft: NonNullable<Plan['draft']> }, save: Save, now: () => number = () => Date.now()) {
    this.#plan = plan;
    this.#now = now;
    this.document = plan.draft.document;
    this.autosave = new Autosave(plan.year.id, plan.draft, save);
    const first = this.rows.find(({ kind }) => kind === 'line') ?? this.rows[0];
    if (first) this.selected = { kind: first.kind, code: first.code };
  }

  readonly lines = $derived.by(() => linesOf(this.document.scoring));
  readonly groups = $derived.by(() => groupsOf(this.document.scoring));
  /** Rows of the tree in plan order: a group, its lines, the groups in it. */
  readonly rows = $derived.by(() =>
    this.groups.flatMap((placed): Row[] => [
      { kind: 'group', code: placed.group.code, group: placed.group, role: placed.role, depth: placed.above.length },
      ...(placed.group.lines ?? []).map((line): Row => ({
        ...{ kind: 'line', code: line.code, line, role: placed.role, depth: placed.above.length + 1 },
        groupCode: placed.group.code,
      })),
    ]),
  );
  readonly #identity = new RowKeys();
  /** What the rows are known by on the page: neither their codes nor their titles, which are being typed. */
  readonly rowKeys = $derived.by(() =>
    this.#identity.of(this.rows.map((row) => (row.kind === 'group' ? row.group : row.line))),
  );
  /** That of the row in the pane. */
  readonly selectedKey = $derived.by(
    () =>
      this.rowKeys[
        this.rows.findIndex(({ kind, code }) => kind === this.selected?.kind && code === this.selected.code)
      ],
  );
  /** How many targets and tasks earn base points: "08 chỉ tiêu, 10 nhiệm vụ" counts neither bonus nor facts. */
  readonly counts = $derived.by(() => {
    const base = this.lines.filter(({ role }) => role === 'base');
    const targets = base.filter(({ line }) => line.kind === 'target').length;
    return { targets, tasks: base.length - targets };
  });
  readonly totals = $derived.by(() => planTotals(this.document.scoring, this.blockCodes));
  readonly check = $derived.by(() => checkDraft(this.document, this.#plan));
  /** What keeps the draft from being published: its own faults, and published lines that would mean something else. */
  readonly faults = $derived.by((): Fault[] => {
    const { base, year } = this.#plan;
    const published = base?.yearId === year.id ? base.document : undefined;
    const changed = published ? changedMeanings(published, this.document) : [];
    const stages = published ? changedStages(published, this.document) : [];
    return [
      ...this.check.faults,
      ...changed.map((code) => ({
        pointer: `/conduct/lines/${pointerStep(code)}`,
        code: 'line-meaning-changed',
        message: said(planSentences['line-meaning-changed'], { lines: [code] }),
      })),
      ...stages.map((title) => ({
        pointer: `/conduct/stages/${String(this.document.conduct.stages.findIndex((stage) => stage.title === title))}`,
        code: 'stage-meaning-changed',
        message: said(planSentences['stage-meaning-changed'], { stages: [title] }),
      })),
    ];
  });
  readonly changes = $derived.by(() => (this.#plan.base ? diffPlans(this.#plan.base.document, this.document) : []));
  readonly canUndo = $derived.by(() => this.#undo.length > 0);
  readonly canRedo = $derived.by(() => this.#redo.length > 0);
  readonly line = $derived.by(() =>
    this.selected?.kind === 'line' ? this.lines.find(({ line }) => line.code === this.selected?.code) : undefined,
  );
  readonly group = $derived.by(() =>
    this.selected?.kind === 'group' ? this.groups.find(({ group }) => group.code === this.selected?.code) : undefined,
  );

  get blockCodes(): string[] {
    return this.#plan.blocks.map(({ code }) => code);
  }

  /** Line codes that were ever published keep their meaning: they are not renumbered, renamed or given anew. */
  get publishedCodes(): readonly string[] {
    return this.#plan.publishedCodes;
  }

  select(kind: Selected['kind'], code: string): void {
    this.selected = { kind, code };
  }

  /**
   * Takes over a changed document, or says why there is none. Changes of one `field` in a row are one step back.
   *
   * @returns whether it was made
   */
  change(outcome: PlanDocument | Result<PlanDocument, ErrorCode>, field = ''): boolean {
    const result = 'ok' in outcome ? outcome : { ok: true as const, value: outcome };
    if (!result.ok) {
      this.refused = { code: result.code, ...(result.detail && { detail: result.detail }) };
      return false;
    }
    this.refused = null;
    if (result.value === this.document) return true;
    const at = this.#now();
    const goesOn = field !== '' && this.#last?.field === field && at - this.#last.at < pauseMs && this.#undo.length > 0;
    if (!goesOn) this.#undo = [...this.#undo.slice(1 - mostSteps), this.document];
    this.#last = { field, at };
    this.#redo = [];
    this.#take(result.value);
    return true;
  }

  undo(): void {
    const before = this.#undo.at(-1);
    if (!before) return;
    this.#undo = this.#undo.slice(0, -1);
    this.#redo = [...this.#redo, this.document];
    this.#step(before);
  }

  redo(): void {
    const after = this.#redo.at(-1);
    if (!after) return;
    this.#redo = this.#redo.slice(0, -1);
    this.#undo = [...this.#undo, this.document];
    this.#step(after);
  }

  /** Chooses the stored version of two: what one had typed can still be taken back. */
  takeStored(): void {
    const stored = this.autosave.takeStored();
    if (!stored) return;
    this.#undo = [...this.#undo, this.document];
    this.document = stored;
    this.#reselect();
  }

  #step(document: PlanDocument): void {
    this.#last = null;
    this.refused = null;
    this.#take(document);
    this.#reselect();
  }

  #take(document: PlanDocument): void {
    this.document = document;
    this.autosave.changed(document);
  }

  /** What is selected may have gone with a step back. */
  #reselect(): void {
    if (
      this.selected &&
      !this.rows.some(({ kind, code }) => kind === this.selected?.kind && code === this.selected.code)
    ) {
      const first = this.rows[0];
      this.selected = first ? { kind: first.kind, code: first.code } : null;
    }
  }
}

type PlacedGroup = ReturnType<typeof groupsOf>[number];
type PlacedLine = ReturnType<typeof linesOf>[number];
export type Row =
  | { kind: 'group'; code: string; group: PlacedGroup['group']; role: PlacedGroup['role']; depth: number }
  | {
      kind: 'line';
      code: string;
      line: PlacedLine['line'];
      role: PlacedGroup['role'];
      depth: number;
      groupCode: string;
    };
