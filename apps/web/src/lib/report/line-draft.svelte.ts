import type { FieldFault } from '@giaouoc/domain/figure/parse-figure';
import { sameFigure } from '@giaouoc/domain/figure/same-figure';
import { storedText } from '@giaouoc/domain/text/normalize';
import { fieldsOfFigure, keyOfAsked, sameFields, type AskedLine, type Fields } from './figure-fields.ts';
import { readLine, type Reading } from './live-points.ts';

type Stored = AskedLine['record'];

/** What the server answered to a posted form, for pages without scripts. */
export type Posted = { fields: Fields; note: string; faults: FieldFault[]; current: Stored | null };

/** One line while it is being typed: what stands in its fields, what is saved, and how far saving has come. */
export class LineDraft {
  readonly asked: AskedLine;
  readonly key: string;
  fields = $state<Fields>({});
  note = $state('');
  /** The revision this line was last seen at; a save names it (R3). */
  seen: number;
  /** What the server has. */
  stored: Stored;
  /** Typed and not answered for yet. */
  dirty = $state(false);
  /** The fields have been left: half a number is no fault while it is being typed. */
  left = $state(false);
  /** Why the server did not take what was typed. */
  refused = $state<readonly FieldFault[]>([]);
  /** Somebody else's version, when both have to be shown. */
  other = $state<Stored | null>(null);
  /** ISO instant of the last save. */
  savedAt = $state<string | null>(null);
  readonly reading: Reading = $derived.by(() => readLine(this.asked, this.fields, this.#order, this.#places));
  readonly #order: readonly string[];
  readonly #places: number;

  constructor(asked: AskedLine, order: readonly string[], places: number, posted?: Posted) {
    this.asked = asked;
    this.#order = order;
    this.#places = places;
    this.key = keyOfAsked(asked);
    this.stored = asked.record;
    this.seen = posted?.current?.revision ?? asked.record.revision;
    this.fields = posted?.fields ?? fieldsOfFigure(asked.sort, asked.record.value);
    this.note = posted?.note ?? asked.record.note ?? '';
    this.refused = posted?.faults ?? [];
    this.other = posted?.current ?? null;
    this.savedAt = asked.record.updatedAt;
  }

  /** May this line be typed into now? Sent and judged lines are read. */
  get open(): boolean {
    return ['empty', 'draft', 'returned'].includes(this.stored.status);
  }

  /** Something to answer before it can be saved. */
  get stuck(): boolean {
    return this.reading.faults.length > 0 || this.refused.length > 0 || this.other !== null;
  }

  set(name: string, value: string | string[]): void {
    this.fields = { ...this.fields, [name]: value };
    this.touch();
  }

  touch(): void {
    this.dirty = true;
    this.refused = [];
  }

  /** What came back from a save that carried these fields; typing that went on meanwhile stays to be saved. */
  answered(sent: { fields: Fields; note: string }, record: Stored, at: string): void {
    this.stored = record;
    this.seen = record.revision;
    this.savedAt = at;
    this.other = null;
    this.dirty = !sameFields(sent.fields, this.fields) || sent.note !== this.note;
  }

  /** Does a stored version say what stands in the fields? `8` and `8,0` do; what cannot be read says nothing. */
  says(record: Pick<Stored, 'value' | 'note'>): boolean {
    const { figure, faults } = this.reading;
    return (
      faults.length === 0 &&
      sameFigure(record.value ?? undefined, figure) &&
      (record.note ?? '') === storedText(this.note)
    );
  }

  /** Somebody else wrote meanwhile; their words may even be the same. */
  overtaken(current: Stored): void {
    if (this.says(current)) {
      this.takeStored(current);
      return;
    }
    this.other = current;
  }

  /** Keeps what is typed here, over the version shown beside it. */
  keepMine(): void {
    if (!this.other) return;
    this.stored = this.other;
    this.seen = this.other.revision;
    this.other = null;
    this.dirty = true;
  }

  /** Takes a stored version for what was typed. */
  takeStored(record: Stored): void {
    this.stored = record;
    this.seen = record.revision;
    this.fields = fieldsOfFigure(this.asked.sort, record.value);
    this.note = record.note ?? '';
    this.savedAt = record.updatedAt;
    this.other = null;
    this.refused = [];
    this.dirty = false;
  }
}
