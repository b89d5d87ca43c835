import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusalBody } from './refusal-body.ts';

const known = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Answers a method that nothing here knows (TRACE, PUT, …), and says so; false for one that may be answered. */
export function refuseUnknownMethod(req: IncomingMessage, res: ServerResponse): boolean {
  if (known.has(req.method ?? '')) return false;
  res.writeHead(405, { 'content-type': 'application/json', allow: [...known].join(', '), connection: 'close' });
  res.end(JSON.stringify(refusalBody(req.url, 405, 'invalid-input')));
  return true;
}
