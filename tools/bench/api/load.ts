/** What a number of requests took. */
export type Load = { perSecond: number; p50: number; p95: number; p99: number };

/** Runs every task, so many at a time, and gives the times in ms. A task that fails ends the bench. */
export async function load(tasks: readonly (() => Promise<unknown>)[], inFlight: number): Promise<Load> {
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const worker = async () => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      const start = performance.now();
      await task();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return loadOf(times, (performance.now() - begun) / 1000);
}

function loadOf(times: number[], seconds: number): Load {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/**
 * So many people who each ask, look for a second, and ask again, for some rounds; they begin spread over the first second.
 * What people do who work with a page, where `load` asks as fast as answers come.
 */
export async function readers(ask: () => Promise<unknown>, howMany: number, rounds: number): Promise<Load> {
  const times: number[] = [];
  const begun = performance.now();
  const reader = async (place: number) => {
    for (let round = 0; round < rounds; round += 1) {
      const at = begun + 1000 * (round + place / howMany);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: howMany }, (_, place) => reader(place)));
  return loadOf(times, (performance.now() - begun) / 1000);
}

/** Asks a procedure as the holder of a session, over HTTP as a phone does. */
export function asking(url: string, token: string) {
  const answerOf = async (response: Response, what: string) => {
    if (!response.ok) throw new Error(`${what}: ${response.status} ${(await response.text()).slice(0, 600)}`);
    return response;
  };
  const cookie = `giaouoc_session=${token}`;
  return {
    write: async <T>(procedure: string, input: object): Promise<T> => {
      const response = await fetch(`${url}/trpc/${procedure}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return ((await (await answerOf(response, procedure)).json()) as { result: { data: T } }).result.data;
    },
    read: async <T>(procedure: string, input: object): Promise<T> => {
      const query = encodeURIComponent(JSON.stringify(input));
      const response = await fetch(`${url}/trpc/${procedure}?input=${query}`, { headers: { cookie } });
      return ((await (await answerOf(response, procedure)).json()) as { result: { data: T } }).result.data;
    },
    /** A file's bytes. */
    file: async (address: string): Promise<number> => {
      const response = await answerOf(await fetch(`${url}/files${address}`, { headers: { cookie } }), address);
      return (await response.arrayBuffer()).byteLength;
    },
  };
}
