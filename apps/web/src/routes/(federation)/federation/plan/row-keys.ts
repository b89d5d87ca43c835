/**
 * Identities for the rows of lists whose every word can be typed: a code that is being changed is, for a keystroke, the code
 * of another row, so no row may be known by it. A row keeps its identity when it is moved (it is the same object), when it is
 * edited in place (another object where it stood), and when a step is taken back (an object that was known before).
 */
export class RowKeys {
  readonly #known = new WeakMap<object, number>();
  #rows: readonly object[] = [];
  #next = 0;

  /** The identities of these rows, in their order; no two are the same. */
  of(rows: readonly object[]): readonly number[] {
    const taken = new Set<number>();
    const claim = (key: number | undefined): number | undefined => {
      if (key === undefined || taken.has(key)) return undefined;
      taken.add(key);
      return key;
    };
    const same = rows.map((row) => claim(this.#known.get(row)));
    const keys = rows.map((row, place) => {
      const before = this.#rows[place];
      const key = same[place] ?? claim(before && this.#known.get(before)) ?? this.#next++;
      taken.add(key);
      this.#known.set(row, key);
      return key;
    });
    this.#rows = rows;
    return keys;
  }
}
