/** How long requests wait for a batch under way that does not end, in ms, before the next batch starts beside it. */
const patience = 100;

type Request<K, V> = { key: K; resolve: (value: V) => void; reject: (reason: unknown) => void };

/**
 * Asks for many keys with one statement. A request that comes while no batch is under way is sent at once; those that come
 * meanwhile wait for its end and are then sent as one batch. So a quiet server answers as fast as without, and a busy one asks
 * seldom. An answer was always read after its request came, never before.
 */
export class Batcher<K, V> {
  private waiting: Request<K, V>[] = [];
  private underWay = 0;
  private late: NodeJS.Timeout | undefined;
  private readonly load: (keys: readonly K[]) => Promise<readonly V[]>;

  /** @param load reads all of them; gives an answer for each, in their order. */
  constructor(load: (keys: readonly K[]) => Promise<readonly V[]>) {
    this.load = load;
  }

  ask(key: K): Promise<V> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      if (this.underWay === 0) this.send();
      // One batch that hangs must not hold up everybody else's.
      else this.late ??= setTimeout(() => this.send(), patience);
    });
  }

  private send(): void {
    clearTimeout(this.late);
    this.late = undefined;
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    this.underWay += 1;
    this.load(batch.map(({ key }) => key))
      .then(
        (answers) => batch.forEach(({ resolve }, place) => resolve(answers[place]!)),
        (reason: unknown) => batch.forEach(({ reject }) => reject(reason)),
      )
      .finally(() => {
        this.underWay -= 1;
        this.send();
      });
  }
}

/** One batcher for each database: the requests of one pool are sent together. */
export function batchers<D extends object, K, V>(
  load: (db: D, keys: readonly K[]) => Promise<readonly V[]>,
): (db: D) => Batcher<K, V> {
  const made = new WeakMap<D, Batcher<K, V>>();
  return (db) => {
    const found = made.get(db) ?? new Batcher<K, V>((keys) => load(db, keys));
    made.set(db, found);
    return found;
  };
}
