import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { faultOf } from '#lib/fault-of.ts';

/** A draft as the server has it. */
export type Stored = { document: PlanDocument; revision: number; savedAt: string; savedBy: string | null };

/** Sends a draft of one year; answers what was committed or throws what the API refused. */
export type Save = (draft: {
  clientId: string;
  yearId: string;
  revision: number;
  document: PlanDocument;
}) => Promise<{ revision: number; savedAt: string }>;

/**
 * Says only what is true (R1): `saved` after the commit, `waiting` and `saving` before it, `failed` when it will be
 * tried again, `conflict` when someone else's version stands there (R3), `refused` when the server will not take it.
 */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict' | 'refused';

const restMs = 700;
const retryMs = 5000;

/**
 * Saves a document a moment after its last change, one request at a time. What was sent and not answered is sent again
 * with the same id (R2) before anything newer, so a lost answer never looks like somebody else's change.
 */
export class Autosave {
  state = $state<SaveState>('saved');
  savedAt = $state<string>('');
  /** Somebody else's version, while one has to choose. */
  stored = $state.raw<Stored | null>(null);
  code = $state<ErrorCode | null>(null);

  revision: number;
  /** The year whose draft this is, for as long as it lives: what one types never goes into another year's. */
  readonly yearId: string;
  readonly #save: Save;
  #sending: Parameters<Save>[0] | null = null;
  #wanted: PlanDocument | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(yearId: string, from: { revision: number; savedAt: string }, save: Save) {
    this.yearId = yearId;
    this.revision = from.revision;
    this.savedAt = from.savedAt;
    this.#save = save;
  }

  /** Is there anything the server has not confirmed? */
  get unsaved(): boolean {
    return this.#wanted !== null || this.#sending !== null;
  }

  changed(document: PlanDocument): void {
    this.#wanted = document;
    if (this.state === 'conflict') return;
    if (this.state !== 'saving') this.state = 'waiting';
    this.#plan(restMs);
  }

  /** Saves now what is waiting; resolves when nothing is, or when it cannot be. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.unsaved && this.state !== 'conflict') await this.#send();
    return !this.unsaved;
  }

  /** Keeps one's own version over the stored one. */
  keepMine(): void {
    if (!this.stored) return;
    this.revision = this.stored.revision;
    this.stored = null;
    this.#wanted ??= this.#sending?.document ?? null;
    this.#sending = null;
    this.state = 'waiting';
    this.#plan(0);
  }

  /** Gives up one's own version for the stored one, which is returned. */
  takeStored(): PlanDocument | null {
    const stored = this.stored;
    if (!stored) return null;
    this.revision = stored.revision;
    this.savedAt = stored.savedAt;
    this.stored = null;
    this.#wanted = null;
    this.#sending = null;
    this.state = 'saved';
    return stored.document;
  }

  /** After something else made a new revision: publishing, a file. */
  follow(revision: number, savedAt: string): void {
    this.revision = revision;
    this.savedAt = savedAt;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #plan(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), delay);
  }

  #send(): Promise<void> {
    if (this.state === 'conflict') return Promise.resolve();
    this.#running ??= this.#sendAll().finally(() => (this.#running = null));
    return this.#running;
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      if (!this.#sending) {
        if (!this.#wanted) return;
        const { yearId, revision } = this;
        this.#sending = { clientId: crypto.randomUUID(), yearId, revision, document: this.#wanted };
        this.#wanted = null;
      }
      this.state = 'saving';
      try {
        const { revision, savedAt } = await this.#save(this.#sending);
        this.#sending = null;
        this.revision = revision;
        this.savedAt = savedAt;
        this.code = null;
        this.state = this.#wanted ? 'waiting' : 'saved';
      } catch (error) {
        return this.#failed(error);
      }
    }
  }

  #failed(error: unknown): void {
    const fault = faultOf(error);
    this.code = fault.code;
    if (fault.code === 'stale-revision' && fault.current !== undefined) {
      this.stored = fault.current as Stored;
      this.state = 'conflict';
    } else if (fault.status >= 500 || fault.status === 429) {
      this.state = 'failed';
      this.#plan(retryMs);
    } else this.state = 'refused';
  }
}
