/** Why a place was not given: as many wait already as may. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

type Waiting = { key: string; begin: () => void };

/**
 * Lets so many things be under way at once, of each key and of all together, and so many wait. Keys take turns: whoever asks for
 * much waits behind their own.
 */
export class FairQueue {
  private readonly limits: { atOnce: number; ofOne: number; waitingOfOne: number };
  private underWay = 0;
  private readonly ofKey = new Map<string, number>();
  /** Those who wait, by key; the key that was served last stands last. */
  private readonly waiting = new Map<string, Waiting[]>();

  /**
   * @param limits `atOnce` of all keys together; `ofOne` under way of one key; `waitingOfOne` waiting of one key.
   */
  constructor(limits: { atOnce: number; ofOne: number; waitingOfOne: number }) {
    this.limits = limits;
  }

  /**
   * Waits for a turn.
   *
   * @returns how to give the turn back, to be called once.
   * @throws QueueFull at once
   */
  enter(key: string): Promise<() => void> {
    const own = this.waiting.get(key) ?? [];
    if (own.length >= this.limits.waitingOfOne && !this.mayBegin(key)) return Promise.reject(new QueueFull());
    return new Promise((resolve) => {
      own.push({ key, begin: () => resolve(() => this.leave(key)) });
      this.waiting.set(key, own);
      this.beginNext();
    });
  }

  private mayBegin(key: string): boolean {
    return this.underWay < this.limits.atOnce && (this.ofKey.get(key) ?? 0) < this.limits.ofOne;
  }

  private beginNext(): void {
    for (const [key, own] of this.waiting) {
      if (this.underWay >= this.limits.atOnce) return;
      if (!this.mayBegin(key)) continue;
      const next = own.shift()!;
      // Behind all others, so that each key gets one turn before any gets two.
      this.waiting.delete(key);
      if (own.length > 0) this.waiting.set(key, own);
      this.underWay += 1;
      this.ofKey.set(key, (this.ofKey.get(key) ?? 0) + 1);
      next.begin();
    }
  }

  private leave(key: string): void {
    this.underWay -= 1;
    const left = (this.ofKey.get(key) ?? 1) - 1;
    if (left === 0) this.ofKey.delete(key);
    else this.ofKey.set(key, left);
    this.beginNext();
  }
}
