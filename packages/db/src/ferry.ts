/** How long those who came too late wait for a crossing that does not end, in ms. */
const patience = 100;

type Passenger<K, V> = { key: K; resolve: (value: V) => void; reject: (reason: unknown) => void };

/**
 * Takes questions across together. Who comes while nobody is on the way is taken at once; those who come meanwhile wait for
 * the way back, and are then asked for with one statement. So a quiet server answers as fast as before, and a busy one asks
 * seldom. What is told was asked after the question came, never before.
 */
export class Ferry<K, V> {
  private waiting: Passenger<K, V>[] = [];
  private crossings = 0;
  private late: NodeJS.Timeout | undefined;
  private readonly carry: (keys: readonly K[]) => Promise<readonly V[]>;

  /** @param carry asks for all of them; gives an answer for each, in their order. */
  constructor(carry: (keys: readonly K[]) => Promise<readonly V[]>) {
    this.carry = carry;
  }

  ask(key: K): Promise<V> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      if (this.crossings === 0) this.depart();
      // One question that is lost on the way must not hold up everybody else's.
      else this.late ??= setTimeout(() => this.depart(), patience);
    });
  }

  private depart(): void {
    clearTimeout(this.late);
    this.late = undefined;
    const aboard = this.waiting;
    if (aboard.length === 0) return;
    this.waiting = [];
    this.crossings += 1;
    this.carry(aboard.map(({ key }) => key))
      .then(
        (answers) => aboard.forEach(({ resolve }, place) => resolve(answers[place]!)),
        (reason: unknown) => aboard.forEach(({ reject }) => reject(reason)),
      )
      .finally(() => {
        this.crossings -= 1;
        this.depart();
      });
  }
}

/** One ferry for each database: those of one pool go together. */
export function ferries<D extends object, K, V>(
  carry: (db: D, keys: readonly K[]) => Promise<readonly V[]>,
): (db: D) => Ferry<K, V> {
  const made = new WeakMap<D, Ferry<K, V>>();
  return (db) => {
    const found = made.get(db) ?? new Ferry<K, V>((keys) => carry(db, keys));
    made.set(db, found);
    return found;
  };
}
