import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusalBody } from './refusal-body.ts';
import { isForPerson, refusalPage } from './refusal-page.ts';

/** Milliseconds until an answer must have begun; the database's own limits are shorter (services.ts). */
const longest = 60_000;

/**
 * Lets no request wait for ever: where no answer has begun in time after all of it was read, it is answered that the server
 * is busy, and its connection is closed. What a phone may take its time over is not bounded here: sending files, and
 * fetching them.
 */
export function answerInTime(req: IncomingMessage, res: ServerResponse, milliseconds = longest): void {
  const url = req.url ?? '/';
  if (url.startsWith('/files/') || req.headers['content-type']?.startsWith('multipart/')) return;
  let timer: NodeJS.Timeout | undefined;
  const giveUp = () => {
    const { socket } = req;
    if (res.headersSent || !socket.writable) return;
    const forPerson = isForPerson(req.headers);
    const body = forPerson ? refusalPage('answer-late') : JSON.stringify(refusalBody(url, 503, 'server-busy'));
    // On the line itself: whoever comes late with the real answer finds the connection closed, as when a person has left.
    socket.end(
      `HTTP/1.1 503 Service Unavailable\r\ncontent-type: ${forPerson ? 'text/html; charset=utf-8' : 'application/json'}\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\nretry-after: 60\r\nconnection: close\r\n\r\n${body}`,
      () => socket.destroy(),
    );
  };
  const begin = () => {
    timer = setTimeout(giveUp, milliseconds).unref();
  };
  if (req.method === 'GET' || req.method === 'HEAD') begin();
  else req.once('end', begin);
  res.once('close', () => clearTimeout(timer));
}
