import type { RouterOutputs } from '@giaouoc/api/contract';
import { ask, inWords } from '../ask.ts';
import { newId } from '../new-id.ts';
import { canKeep, dropDraft, dropWrite, keepDraft, keepWrite, keptDrafts, keptWrite } from '../kept/kept.ts';
import type { Fields } from './figure-fields.ts';
import type { LineDraft } from './line-draft.svelte.ts';

/** Long enough that a word is one save, short enough that one who looks up sees it saved. */
const pause = 900;
const longestWait = 30_000;

type SentLine = { line: string; period: string; fields: Fields; note: string; seen: number };
type Write = { clientId: string; yearId: string; lines: SentLine[] };

/**
 * Saves a report while it is typed. Everything typed is first kept on the device, then sent, one write at a time; a write
 * without an answer is sent again under its id before anything newer, also after a reload or a crash.
 */
export class ReportDraft {
  readonly lines: readonly LineDraft[];
  readonly owner: string;
  readonly yearId: string;
  /** A write is on its way. */
  saving = $state(false);
  /** The server could not be reached with the last one. */
  unreached = $state(false);
  /** What stopped saving altogether: a session that ended, say. */
  fault = $state<string | null>(null);
  savedAt = $state<string | null>(null);
  /** This device keeps what is typed; false in a private window or with a full disk: then only the page holds it. */
  keeps = $state(true);
  /** Typed, and not with the server yet. */
  readonly waiting = $derived.by(() => this.lines.filter((line) => line.dirty));

  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #delay = pause;
  #pending: Write | undefined;
  #running: Promise<void> | undefined;

  constructor(lines: readonly LineDraft[], owner: string, yearId: string) {
    this.lines = lines;
    this.owner = owner;
    this.yearId = yearId;
  }

  /** Brings back what was typed and never answered for; then saves it. Gives back how many lines that were. */
  async restore(): Promise<number> {
    this.keeps = await canKeep();
    const [drafts, write] = await Promise.all([
      keptDrafts(this.owner, this.yearId),
      keptWrite(this.owner, this.#writeId),
    ]);
    let restored = 0;
    for (const draft of drafts) {
      const line = this.lines.find((one) => one.key === draft.key);
      if (!line || line.dirty) continue;
      const before = { fields: line.fields, note: line.note };
      line.fields = draft.fields;
      line.note = draft.note;
      if (!line.open || line.says(line.stored)) {
        Object.assign(line, before);
        void dropDraft(this.owner, this.yearId, draft.key);
        continue;
      }
      // The revision it was typed upon: if somebody wrote since, both versions will be shown.
      line.seen = draft.seen;
      line.dirty = true;
      line.left = true;
      restored += 1;
    }
    if (write) this.#pending = write.input as Write;
    if (restored > 0 || write) this.#soon(0);
    return restored;
  }

  /** Something was typed into a line. */
  typed(line: LineDraft): void {
    line.touch();
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.keep(), 150);
    this.#soon(pause);
  }

  /** Keeps everything unsaved on this device, now. */
  async keep(): Promise<void> {
    clearTimeout(this.#keeping);
    const kept = await Promise.all(
      this.waiting.map(({ key, fields, note, seen }) =>
        keepDraft({
          owner: this.owner,
          yearId: this.yearId,
          key,
          fields: $state.snapshot(fields) as Fields,
          note,
          seen,
        }),
      ),
    );
    if (kept.length > 0) this.keeps = kept.every(Boolean);
  }

  /** Takes the stored version for good: what was typed here leaves the device too, and does not come back. */
  async discard(line: LineDraft, stored: LineDraft['stored']): Promise<void> {
    clearTimeout(this.#keeping);
    line.takeStored(stored);
    await dropDraft(this.owner, this.yearId, line.key);
    await this.keep();
  }

  /** Saves what can be saved and waits for the answer. True when nothing is left on this device alone. */
  async flush(): Promise<boolean> {
    await this.keep();
    for (let round = 0; round < 3; round++) {
      await this.#save();
      if (this.unreached || this.fault || this.waiting.every((line) => line.stuck)) break;
    }
    return this.waiting.length === 0 && !this.#pending;
  }

  /** The network came back, or the person asks. */
  again(): void {
    this.#delay = pause;
    this.#soon(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    void this.keep();
  }

  get #writeId(): string {
    return `save|${this.yearId}`;
  }

  #soon(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), delay);
  }

  #save(): Promise<void> {
    return (this.#running ??= this.#saveOnce().finally(() => (this.#running = undefined)));
  }

  async #saveOnce(): Promise<void> {
    const write = this.#pending ?? this.#next();
    if (!write) return;
    this.#pending = write;
    this.saving = true;
    await keepWrite({ owner: this.owner, id: this.#writeId, clientId: write.clientId, input: write });
    try {
      const answer = await ask('report.save', write);
      this.unreached = false;
      this.fault = null;
      this.#delay = pause;
      await this.#settle();
      await this.#take(write, answer);
      if (this.waiting.some((line) => !line.stuck)) this.#soon(this.#delay);
    } catch (error) {
      await this.#failed(error);
    } finally {
      this.saving = false;
    }
  }

  /** The lines that can be saved now, as one write. */
  #next(): Write | undefined {
    const ready = this.waiting.filter((line) => !line.stuck);
    if (ready.length === 0) return undefined;
    return {
      clientId: newId(),
      yearId: this.yearId,
      lines: ready.map((line) => ({
        line: line.asked.line.code,
        period: line.asked.period,
        fields: $state.snapshot(line.fields) as Fields,
        note: line.note,
        seen: line.seen,
      })),
    };
  }

  async #settle(): Promise<void> {
    this.#pending = undefined;
    await dropWrite(this.owner, this.#writeId);
  }

  async #take(write: Write, answer: RouterOutputs['report']['save']): Promise<void> {
    for (const one of answer.lines) {
      const key = `${one.period}|${one.line}`;
      const line = this.lines.find((other) => other.key === key);
      const sent = write.lines.find((other) => other.line === one.line && other.period === one.period);
      if (!line || !sent) continue;
      if (one.outcome === 'saved') {
        line.answered(sent, one.record, answer.at);
        this.savedAt = answer.at;
      } else if (one.outcome === 'stale') {
        // Given up meanwhile: what stands is what there is.
        if (line.dirty) line.overtaken(one.current);
        else line.takeStored(one.current);
      } else line.refused = one.faults;
      if (!line.dirty) await dropDraft(this.owner, this.yearId, key);
    }
    // What is still typed was typed upon the new revision.
    await this.keep();
  }

  async #failed(error: unknown): Promise<void> {
    const said = await inWords(error);
    if (said.again) {
      // Perhaps it arrived and only the answer was lost: the same write again, ever less often.
      this.unreached = true;
      this.#delay = Math.min(this.#delay * 2, longestWait);
      this.#soon(this.#delay);
      return;
    }
    await this.#settle();
    this.fault = said.message;
  }
}
