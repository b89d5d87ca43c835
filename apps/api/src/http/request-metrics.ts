import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Kinds of addresses; never the address itself, which may hold ids and has no end of values. */
const kindOf = (url = '/'): string => {
  const [, first = ''] = /^\/([a-z_]+)/.exec(url) ?? [];
  return ['trpc', 'files', 'healthz', 'readyz', 'metrics'].includes(first)
    ? first
    : first === '_app'
      ? 'asset'
      : 'page';
};

export type RequestMetrics = {
  registry: Registry;
  /** Counts a request once its answer has been sent or given up. */
  count: (req: IncomingMessage, res: ServerResponse) => void;
};

/** What a process measures of itself and of its requests: durations by kind of address and first digit of the status. */
export function requestMetrics(): RequestMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'giaouoc_' });
  const seconds = new Histogram({
    name: 'giaouoc_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['kind', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    registry,
    count: (req, res) => {
      const end = seconds.startTimer({ kind: kindOf(req.url) });
      res.once('close', () => end({ status: res.writableFinished ? `${String(res.statusCode)[0]}xx` : 'aborted' }));
    },
  };
}
