/** How much of what is sent may be in hand at once. */
export type GateSettings = {
  /** Bytes of all requests together. */
  mostBytes: number;
  /** Requests of one person, and their bytes; a single one may be larger. */
  mostOfOne: { requests: number; bytes: number };
  /** How long a request waits for its turn, ms; its sender is read no further meanwhile. */
  patience: number;
};

type Waiting = { key: string; bytes: number; begin: () => void };

/**
 * Lets large bodies in one after the other: each is held in memory until it has been looked at, so two hundred at one
 * moment would else be four gigabytes. First come, first served, but whoever sends many waits behind their own.
 */
export function bodyGate({ mostBytes, mostOfOne, patience }: GateSettings) {
  let inHand = 0;
  const ofOne = new Map<string, { requests: number; bytes: number }>();
  let waiting: Waiting[] = [];

  /** Whether it waits for nobody but, at most, for others. */
  const mayAlready = ({ key, bytes }: Waiting) => {
    const own = ofOne.get(key);
    return !own || (own.requests < mostOfOne.requests && own.bytes + bytes <= mostOfOne.bytes);
  };
  const admit = () => {
    for (const one of waiting) {
      // What must wait for others lets nobody overtake who came later with something smaller; what waits for itself does.
      if (!mayAlready(one)) continue;
      if (inHand > 0 && inHand + one.bytes > mostBytes) return;
      one.begin();
    }
  };
  const leave = (key: string, bytes: number) => {
    inHand -= bytes;
    const own = ofOne.get(key);
    if (own && own.requests > 1) ofOne.set(key, { requests: own.requests - 1, bytes: own.bytes - bytes });
    else ofOne.delete(key);
    admit();
  };

  /**
   * Waits for a turn.
   *
   * @param gone aborts when the sender has gone.
   * @returns how to give the turn back, to be called once; null when it did not come in time, or nobody is there any more.
   */
  return (key: string, bytes: number, gone: AbortSignal): Promise<(() => void) | null> =>
    new Promise((resolve) => {
      const give = () => {
        waiting = waiting.filter((other) => other !== one);
        clearTimeout(timer);
        gone.removeEventListener('abort', giveUp);
      };
      const giveUp = () => {
        give();
        resolve(null);
        admit();
      };
      const one: Waiting = {
        key,
        bytes,
        begin: () => {
          give();
          inHand += bytes;
          const own = ofOne.get(key) ?? { requests: 0, bytes: 0 };
          ofOne.set(key, { requests: own.requests + 1, bytes: own.bytes + bytes });
          resolve(() => leave(key, bytes));
        },
      };
      const timer = setTimeout(giveUp, patience);
      if (gone.aborted) return giveUp();
      gone.addEventListener('abort', giveUp);
      waiting.push(one);
      admit();
    });
}
