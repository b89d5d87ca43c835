/** Lets at most `atOnce` pieces of work run; the others wait for their turn, in the order they came. */
export function limitConcurrency(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // Handed on, not given back: nobody who comes now overtakes whoever waits.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
