/** What was asked for lately, by key, at most so many: what leaves first was asked for longest ago. */
export class Recent<V> {
  private readonly kept = new Map<string, V>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** The value of the key, made by `make` where it is not kept. Only what can never change may be kept. */
  async get(key: string, make: () => V | Promise<V>): Promise<V> {
    const found = this.kept.has(key) ? (this.kept.get(key) as V) : await make();
    this.kept.delete(key);
    this.kept.set(key, found);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    return found;
  }
}
