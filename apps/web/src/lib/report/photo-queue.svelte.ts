import { SvelteMap } from 'svelte/reactivity';
import { inWords } from '../ask.ts';
import { dropFile, keepFile, keptFiles, type KeptFile } from '../kept/kept.ts';
import { evidence } from '@giaouoc/domain/messages/evidence';
import { said } from '@giaouoc/domain/messages/sentence';
import { newId } from '../new-id.ts';
import type { AskedLine } from './figure-fields.ts';
import { sendFile, type SentFile } from './send-file.ts';
import { prepareFile } from './shrink-photo.ts';

type Evidence = AskedLine['evidence'][number];

/** One file on its way. */
export type QueuedFile = {
  id: string;
  key: string;
  name: string;
  state: 'waiting' | 'sending' | 'failed';
  percent: number;
  /** Why it failed, in words. */
  message: string | null;
  /** A picture of it, on this device. */
  preview: string | undefined;
};

/**
 * Photos and papers of a report on their way to the server: made small, kept on the device, sent one after the other. One
 * that fails waits for a press and holds up nothing else, least of all the figures.
 */
export class PhotoQueue {
  files = $state<QueuedFile[]>([]);
  /** Files that have arrived since the page was loaded, by line. */
  readonly arrived = new SvelteMap<string, Evidence[]>();
  /** Photos are kept on this device until they are sent; false where it keeps nothing. */
  keeps = $state(true);
  readonly owner: string;
  readonly yearId: string;
  #kept = new SvelteMap<string, KeptFile>();
  #running = false;

  constructor(owner: string, yearId: string) {
    this.owner = owner;
    this.yearId = yearId;
  }

  of(key: string): QueuedFile[] {
    return this.files.filter((file) => file.key === key);
  }

  get waiting(): number {
    return this.files.filter((file) => file.state !== 'failed').length;
  }

  /** Brings back what was not sent before the page was left. */
  async restore(): Promise<void> {
    for (const kept of await keptFiles(this.owner, this.yearId)) {
      if (this.#kept.has(kept.id)) continue;
      this.#kept.set(kept.id, kept);
      this.files.push(queued(kept));
    }
    void this.send();
  }

  /** Files were chosen or photographed for a line. */
  async add(key: string, chosen: readonly File[]): Promise<void> {
    for (const file of chosen) {
      const prepared = await prepareFile(file);
      const kept: KeptFile = {
        id: newId(),
        owner: this.owner,
        yearId: this.yearId,
        key,
        name: prepared.ok ? prepared.name : file.name,
        blob: prepared.ok ? prepared.blob : new Blob(),
        refused: prepared.ok
          ? null
          : said(evidence[prepared.code], prepared.code === 'file-too-large' ? { most: 10 } : {}),
      };
      this.#kept.set(kept.id, kept);
      if (kept.refused === null && !(await keepFile(kept))) this.keeps = false;
      this.files.push(queued(kept));
    }
    void this.send();
  }

  /** Tries a failed file again. */
  again(id: string): void {
    const file = this.files.find((one) => one.id === id);
    const kept = this.#kept.get(id);
    if (!file || !kept || kept.blob.size === 0) return;
    kept.refused = null;
    file.state = 'waiting';
    file.message = null;
    void this.send();
  }

  /** Gives a file up before it was sent. */
  drop(id: string): void {
    const file = this.files.find((one) => one.id === id);
    if (file?.preview) URL.revokeObjectURL(file.preview);
    this.files = this.files.filter((one) => one.id !== id);
    this.#kept.delete(id);
    void dropFile(id);
  }

  /** Sends what waits, one by one: a weak signal carries one file sooner than three at once. */
  async send(): Promise<void> {
    if (this.#running || !navigator.onLine) return;
    this.#running = true;
    try {
      for (let file = this.#next(); file; file = this.#next()) if (!(await this.#sendOne(file))) break;
    } finally {
      this.#running = false;
    }
  }

  #next(): QueuedFile | undefined {
    return this.files.find((file) => file.state === 'waiting');
  }

  /** False when nobody was reached: the rest waits as well. */
  async #sendOne(file: QueuedFile): Promise<boolean> {
    const kept = this.#kept.get(file.id);
    if (!kept) return true;
    file.state = 'sending';
    file.percent = 0;
    const [period = '', ...line] = file.key.split('|');
    try {
      const sent = await sendFile(
        { blob: kept.blob, name: kept.name, yearId: kept.yearId, places: [`${line.join('|')}|${period}`] },
        (percent) => (file.percent = percent),
      );
      this.#arrive(file, sent);
      return true;
    } catch (error) {
      const fault = await inWords(error);
      if (fault.again) {
        file.state = navigator.onLine ? 'failed' : 'waiting';
        file.message = fault.message;
        return false;
      }
      file.state = 'failed';
      file.message = fault.message;
      kept.refused = fault.message;
      await keepFile(kept);
      return true;
    }
  }

  #arrive(file: QueuedFile, sent: SentFile): void {
    const there = this.arrived.get(file.key) ?? [];
    if (!there.some((one) => one.id === sent.id)) this.arrived.set(file.key, [...there, sent]);
    this.drop(file.id);
  }
}

function queued(kept: KeptFile): QueuedFile {
  return {
    id: kept.id,
    key: kept.key,
    name: kept.name,
    state: kept.refused === null ? 'waiting' : 'failed',
    percent: 0,
    message: kept.refused,
    preview: kept.blob.type.startsWith('image/') ? URL.createObjectURL(kept.blob) : undefined,
  };
}
